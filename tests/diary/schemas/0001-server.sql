CREATE TABLE public.act (
    person_id integer NOT NULL,
    id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    command text NOT NULL COLLATE pg_catalog."C",
    said text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    reverts bigint,
    beneath bigint
);
ALTER TABLE ONLY public.act FORCE ROW LEVEL SECURITY;
ALTER TABLE public.act OWNER TO admin;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
ALTER TABLE public.alembic_version OWNER TO admin;
CREATE TABLE public.change (
    person_id integer NOT NULL,
    act_id integer NOT NULL,
    "position" integer NOT NULL,
    entity text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.change FORCE ROW LEVEL SECURITY;
ALTER TABLE public.change OWNER TO admin;
CREATE TABLE public.condition (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    known integer NOT NULL,
    absent integer NOT NULL,
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    CONSTRAINT ck_condition_absent CHECK ((absent = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_condition_known CHECK ((known = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.condition FORCE ROW LEVEL SECURITY;
ALTER TABLE public.condition OWNER TO admin;
CREATE TABLE public.dose (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    text text NOT NULL COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.dose FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dose OWNER TO admin;
CREATE TABLE public.episode (
    person_id integer NOT NULL,
    number integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    night bigint NOT NULL,
    started_at bigint NOT NULL,
    utc_offset bigint NOT NULL,
    zone text COLLATE pg_catalog."C",
    time_is_approximate integer NOT NULL,
    daytime integer NOT NULL,
    duration_seconds integer,
    duration_is_estimate integer NOT NULL,
    type text COLLATE pg_catalog."C",
    spread text COLLATE pg_catalog."C",
    pain integer,
    woke integer,
    sore integer,
    numb integer,
    hard integer,
    twitching integer,
    note text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    recorded_offset bigint NOT NULL,
    source text NOT NULL COLLATE pg_catalog."C",
    deleted_at bigint,
    CONSTRAINT ck_episode_daytime CHECK ((daytime = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_duration_is_estimate CHECK ((duration_is_estimate = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_duration_seconds CHECK (((duration_seconds >= 1) AND (duration_seconds <= 86400))),
    CONSTRAINT ck_episode_hard CHECK ((hard = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_note CHECK (((length(note) >= 1) AND (length(note) <= 10000))),
    CONSTRAINT ck_episode_numb CHECK ((numb = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_number CHECK ((number > 0)),
    CONSTRAINT ck_episode_pain CHECK (((pain >= 0) AND (pain <= 10))),
    CONSTRAINT ck_episode_sore CHECK ((sore = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_spread CHECK ((spread = ANY (ARRAY['localized'::text, 'generalized'::text]))),
    CONSTRAINT ck_episode_time_is_approximate CHECK ((time_is_approximate = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_twitching CHECK ((twitching = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_type CHECK ((type = ANY (ARRAY['tonic'::text, 'clonic'::text]))),
    CONSTRAINT ck_episode_utc_offset CHECK (((utc_offset >= '-93600'::integer) AND (utc_offset <= 93600))),
    CONSTRAINT ck_episode_woke CHECK ((woke = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.episode FORCE ROW LEVEL SECURITY;
ALTER TABLE public.episode OWNER TO admin;
CREATE TABLE public.episode_remedy (
    person_id integer NOT NULL,
    number integer NOT NULL,
    "position" integer NOT NULL,
    remedy_id text NOT NULL COLLATE pg_catalog."C",
    helped integer NOT NULL,
    relief_seconds bigint,
    CONSTRAINT ck_episode_remedy_helped CHECK ((helped = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.episode_remedy FORCE ROW LEVEL SECURITY;
ALTER TABLE public.episode_remedy OWNER TO admin;
CREATE TABLE public.episode_trigger (
    person_id integer NOT NULL,
    number integer NOT NULL,
    "position" integer NOT NULL,
    trigger_id text NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.episode_trigger FORCE ROW LEVEL SECURITY;
ALTER TABLE public.episode_trigger OWNER TO admin;
CREATE TABLE public.medicine (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    known integer NOT NULL,
    started text COLLATE pg_catalog."C",
    stopped text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    CONSTRAINT ck_medicine_in_order CHECK ((stopped >= substr(started, 1, length(stopped)))),
    CONSTRAINT ck_medicine_known CHECK ((known = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.medicine FORCE ROW LEVEL SECURITY;
ALTER TABLE public.medicine OWNER TO admin;
CREATE TABLE public.night (
    person_id integer NOT NULL,
    night integer NOT NULL,
    quiet integer NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_offset bigint NOT NULL,
    CONSTRAINT ck_night_quiet CHECK ((quiet = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.night FORCE ROW LEVEL SECURITY;
ALTER TABLE public.night OWNER TO admin;
CREATE TABLE public.night_factor (
    person_id integer NOT NULL,
    night integer NOT NULL,
    factor text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL
);
ALTER TABLE ONLY public.night_factor FORCE ROW LEVEL SECURITY;
ALTER TABLE public.night_factor OWNER TO admin;
CREATE TABLE public.person (
    id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    next_number integer DEFAULT 1 NOT NULL,
    next_act integer DEFAULT 1 NOT NULL,
    undo_top bigint,
    redo_top bigint,
    recorded_at bigint NOT NULL,
    removed_at bigint,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_person_name CHECK (((length(name) >= 1) AND (length(name) <= 200)))
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;
ALTER TABLE public.person OWNER TO admin;
CREATE SEQUENCE public.person_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER TABLE public.person_id_seq OWNER TO admin;
ALTER SEQUENCE public.person_id_seq OWNED BY public.person.id;
CREATE TABLE public.profile (
    person_id integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL
);
ALTER TABLE ONLY public.profile FORCE ROW LEVEL SECURITY;
ALTER TABLE public.profile OWNER TO admin;
CREATE TABLE public.setting (
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.setting FORCE ROW LEVEL SECURITY;
ALTER TABLE public.setting OWNER TO admin;
CREATE TABLE public.site (
    person_id integer NOT NULL,
    number integer NOT NULL,
    "position" integer NOT NULL,
    muscle text NOT NULL COLLATE pg_catalog."C",
    side text COLLATE pg_catalog."C",
    CONSTRAINT ck_site_muscle CHECK ((muscle = ANY (ARRAY['calf'::text, 'toes'::text, 'foot'::text, 'sole'::text, 'shin'::text, 'thigh'::text, 'hamstring'::text, 'quadriceps'::text, 'leg'::text, 'hand'::text, 'other'::text]))),
    CONSTRAINT ck_site_side CHECK ((side = ANY (ARRAY['left'::text, 'right'::text, 'both'::text])))
);
ALTER TABLE ONLY public.site FORCE ROW LEVEL SECURITY;
ALTER TABLE public.site OWNER TO admin;
CREATE TABLE public.snooze (
    person_id integer NOT NULL,
    rule_id text NOT NULL COLLATE pg_catalog."C",
    until_day bigint NOT NULL,
    urgency text NOT NULL COLLATE pg_catalog."C",
    because text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL
);
ALTER TABLE ONLY public.snooze FORCE ROW LEVEL SECURITY;
ALTER TABLE public.snooze OWNER TO admin;
CREATE TABLE public.symptom (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    side text COLLATE pg_catalog."C",
    day bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    CONSTRAINT ck_symptom_side CHECK ((side = ANY (ARRAY['left'::text, 'right'::text, 'both'::text]))),
    CONSTRAINT ck_symptom_status CHECK ((status = ANY (ARRAY['present'::text, 'gone'::text, 'absent'::text])))
);
ALTER TABLE ONLY public.symptom FORCE ROW LEVEL SECURITY;
ALTER TABLE public.symptom OWNER TO admin;
CREATE TABLE public.timer (
    person_id integer NOT NULL,
    started_at bigint NOT NULL,
    utc_offset bigint NOT NULL,
    zone text COLLATE pg_catalog."C",
    time_is_approximate integer NOT NULL,
    words text NOT NULL COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    CONSTRAINT ck_timer_time_is_approximate CHECK ((time_is_approximate = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.timer FORCE ROW LEVEL SECURITY;
ALTER TABLE public.timer OWNER TO admin;
CREATE TABLE public.visit (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    day bigint NOT NULL,
    who text COLLATE pg_catalog."C",
    done integer NOT NULL,
    recorded_at bigint NOT NULL,
    CONSTRAINT ck_visit_done CHECK ((done = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.visit FORCE ROW LEVEL SECURITY;
ALTER TABLE public.visit OWNER TO admin;
ALTER TABLE ONLY public.person ALTER COLUMN id SET DEFAULT nextval('public.person_id_seq'::regclass);
INSERT INTO public.act VALUES (1, 1, '01a20673-2860-7828-8353-b4c2521488b4', 'log', 'log of episode 1 (2026-11-16 23:50, left calf)', 1795404540, NULL, NULL);
INSERT INTO public.act VALUES (1, 2, '01a20673-2860-7b69-acba-346697ffcc53', 'log', 'log of episode 2 (2026-11-19 02:30, right foot)', 1795404540, NULL, 1);
INSERT INTO public.act VALUES (1, 3, '01a20673-2860-7135-9b8f-55700b71edb6', 'log', 'log of episode 3 (2026-11-21 03:00, left calf+right hamstring)', 1795404540, NULL, 2);
INSERT INTO public.act VALUES (1, 4, '01a20673-2860-7ec9-8d90-14d7ccaf8b98', 'log', 'log of episode 4 (2026-11-21 16:15, both leg)', 1795404540, NULL, 3);
INSERT INTO public.act VALUES (1, 5, '01a20673-2860-73dc-8f07-eaf9f951c8b1', 'log', 'log of episode 5 (2026-11-22 01:10, toes)', 1795404540, NULL, 4);
INSERT INTO public.act VALUES (1, 6, '01a20673-2860-752b-9afc-dc247b987817', 'log', 'log of episode 6 (2026-11-23 02:30, right calf)', 1795404540, NULL, 5);
INSERT INTO public.act VALUES (1, 7, '01a20673-2860-76bc-b6ea-541c4b279ab1', 'log', 'log of episode 7 (2026-11-23 02:40, both calf)', 1795404540, NULL, 6);
INSERT INTO public.act VALUES (1, 8, '01a20673-2860-7aed-942f-438f12e7ac8a', 'log', 'log of episode 8 (2026-11-23 03:29)', 1795404540, NULL, 7);
INSERT INTO public.act VALUES (1, 9, '01a20673-2860-76e0-b87a-224a1815a80d', 'delete', 'delete of episode 2 (2026-11-19 02:30, right foot)', 1795404540, NULL, 8);
INSERT INTO public.act VALUES (1, 10, '01a20673-2860-7b3a-af4c-0cf35468fde3', 'edit', 'edit of episode 7 (2026-11-23 02:40, both calf)', 1795404540, NULL, 9);
INSERT INTO public.act VALUES (1, 11, '01a20673-2860-7c5c-b120-09dad89364cd', 'night', 'night of 2026-11-17', 1795404540, NULL, 10);
INSERT INTO public.act VALUES (1, 12, '01a20673-2860-75a1-88c3-3f351d3ce525', 'night', 'night of 2026-11-19', 1795404540, NULL, 11);
INSERT INTO public.act VALUES (1, 13, '01a20673-2860-7104-8d27-9759bf17d349', 'night', 'night of 2026-11-22', 1795404540, NULL, 12);
INSERT INTO public.act VALUES (1, 14, '01a20673-2860-7cb2-909d-bd44044f4015', 'person set', 'person set born=1958 sex=f', 1795404540, NULL, 13);
INSERT INTO public.act VALUES (1, 15, '01a20673-2860-70d6-a2fe-c92865c2f61f', 'condition add', 'condition add varicose_veins', 1795404540, NULL, 14);
INSERT INTO public.act VALUES (1, 16, '01a20673-2860-7941-a7df-3ff445b1194e', 'condition deny', 'condition deny diabetes', 1795404540, NULL, 15);
INSERT INTO public.act VALUES (1, 17, '01a20673-2860-7ee9-a41c-21e08d5c6b24', 'symptom', 'symptom swelling present', 1795404540, NULL, 16);
INSERT INTO public.act VALUES (1, 18, '01a20673-2860-7fc2-8602-b45d8f43a944', 'symptom', 'symptom swelling absent', 1795404540, NULL, 17);
INSERT INTO public.act VALUES (1, 19, '01a20673-2860-7192-8dfe-a07ee4e05f14', 'medicine start', 'medicine start simvastatin', 1795404540, NULL, 18);
INSERT INTO public.act VALUES (1, 20, '01a20673-2860-7cb9-90cf-960f1d7c80ab', 'visit set', 'visit set and a flag quieted', 1795404540, NULL, 19);
INSERT INTO public.act VALUES (1, 21, '01a20673-2860-7fb3-9882-9dd8020144aa', 'start', 'timer started at 03:29', 1795404540, NULL, 20);
INSERT INTO public.act VALUES (1, 22, '01a20673-2860-7b95-b0ab-76924489ecfb', 'edit', 'edit of episode 1 (2026-11-16 23:50, left calf)', 1795404540, NULL, 21);
INSERT INTO public.act VALUES (1, 23, '01a20673-2860-7cbb-be6a-a517b4c9feb2', 'undo', 'edit of episode 1 (2026-11-16 23:50, left calf)', 1795404540, 22, NULL);
INSERT INTO public.act VALUES (1, 24, '01a20673-2860-7fd4-8518-685cede596de', 'redo', 'edit of episode 1 (2026-11-16 23:50, left calf)', 1795404540, 23, 21);
INSERT INTO public.act VALUES (1, 25, '01a20673-2860-754e-923a-00fd0083047f', 'night', 'night of 2026-11-19', 1795404540, NULL, 24);
INSERT INTO public.act VALUES (1, 26, '01a20673-2860-7923-ab00-6f941726c77b', 'log', 'log of episode 9 (2026-11-23 03:28, left hand)', 1795404540, NULL, 25);
INSERT INTO public.act VALUES (1, 27, '01a20673-2860-7055-a358-87bb8446147b', 'undo', 'log of episode 9 (2026-11-23 03:28, left hand)', 1795404540, 26, NULL);
INSERT INTO public.act VALUES (2, 1, '01a20673-2860-71f0-b5f9-8e69687766e3', 'log', 'log of episode 1 (2026-11-20 01:00, left calf)', 1795404540, NULL, NULL);
INSERT INTO public.act VALUES (2, 2, '01a20673-2860-76ec-890e-6d16ca387add', 'delete', 'delete of episode 1 (2026-11-20 01:00, left calf)', 1795404540, NULL, 1);
INSERT INTO public.act VALUES (2, 3, '01a20673-2860-7370-8146-9697cbfbaa15', 'undo', 'delete of episode 1 (2026-11-20 01:00, left calf)', 1795404540, 2, NULL);
INSERT INTO public.act VALUES (4, 1, '01a20673-2860-7cbe-a5a3-30eae9cd5adb', 'log', 'log of episode 1 (2026-11-23 03:26, right foot)', 1795404540, NULL, NULL);
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.change VALUES (1, 1, 0, 'episode', '1', NULL);
INSERT INTO public.change VALUES (1, 2, 0, 'episode', '2', NULL);
INSERT INTO public.change VALUES (1, 3, 0, 'episode', '3', NULL);
INSERT INTO public.change VALUES (1, 4, 0, 'episode', '4', NULL);
INSERT INTO public.change VALUES (1, 5, 0, 'episode', '5', NULL);
INSERT INTO public.change VALUES (1, 6, 0, 'episode', '6', NULL);
INSERT INTO public.change VALUES (1, 7, 0, 'episode', '7', NULL);
INSERT INTO public.change VALUES (1, 8, 0, 'episode', '8', NULL);
INSERT INTO public.change VALUES (1, 9, 0, 'episode', '2', '{"row": {"person_id": 1, "number": 2, "uid": "01a20673-2860-7002-9fb6-51fa657e56ee", "night": 739938, "started_at": 1795055400, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 90, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 4, "woke": null, "sore": 1, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 2, "position": 0, "muscle": "foot", "side": "right"}], "episode_trigger": [], "episode_remedy": []}}');
INSERT INTO public.change VALUES (1, 10, 0, 'episode', '7', '{"row": {"person_id": 1, "number": 7, "uid": "01a20673-2860-7007-b037-aff4bab00dc9", "night": 739942, "started_at": 1795401600, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 1, "daytime": 0, "duration_seconds": null, "duration_is_estimate": 0, "type": null, "spread": null, "pain": null, "woke": null, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 7, "position": 0, "muscle": "calf", "side": "both"}], "episode_trigger": [], "episode_remedy": []}}');
INSERT INTO public.change VALUES (1, 11, 0, 'night', '739937', NULL);
INSERT INTO public.change VALUES (1, 12, 0, 'night', '739939', NULL);
INSERT INTO public.change VALUES (1, 13, 0, 'night', '739942', NULL);
INSERT INTO public.change VALUES (1, 14, 0, 'profile', 'born', NULL);
INSERT INTO public.change VALUES (1, 14, 1, 'profile', 'sex', NULL);
INSERT INTO public.change VALUES (1, 15, 0, 'condition', '01a20673-2860-700f-adbb-026b2460edcc', NULL);
INSERT INTO public.change VALUES (1, 16, 0, 'condition', '01a20673-2860-7010-b457-bc3a3421ffca', NULL);
INSERT INTO public.change VALUES (1, 17, 0, 'symptom', '01a20673-2860-7011-a574-dfe287dbe045', NULL);
INSERT INTO public.change VALUES (1, 18, 0, 'symptom', '01a20673-2860-7012-883d-63e64a7a7a53', NULL);
INSERT INTO public.change VALUES (1, 19, 0, 'medicine', '01a20673-2860-7013-84f9-8e134231b06e', NULL);
INSERT INTO public.change VALUES (1, 20, 0, 'visit', '01a20673-2860-7014-a895-48c513c80a0a', NULL);
INSERT INTO public.change VALUES (1, 20, 1, 'snooze', 'ART-REGULAR', NULL);
INSERT INTO public.change VALUES (1, 21, 0, 'timer', '', NULL);
INSERT INTO public.change VALUES (1, 22, 0, 'episode', '1', '{"row": {"person_id": 1, "number": 1, "uid": "01a20673-2860-7001-b9cf-2b0962413a58", "night": 739936, "started_at": 1794873000, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 300, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 7, "woke": 1, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [{"person_id": 1, "number": 1, "position": 0, "trigger_id": "stress"}], "episode_remedy": [{"person_id": 1, "number": 1, "position": 0, "remedy_id": "stretch", "helped": 1, "relief_seconds": 120}]}}');
INSERT INTO public.change VALUES (1, 23, 0, 'episode', '1', '{"row": {"person_id": 1, "number": 1, "uid": "01a20673-2860-7001-b9cf-2b0962413a58", "night": 739936, "started_at": 1794873000, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 300, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 6, "woke": 1, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [{"person_id": 1, "number": 1, "position": 0, "trigger_id": "stress"}], "episode_remedy": [{"person_id": 1, "number": 1, "position": 0, "remedy_id": "stretch", "helped": 1, "relief_seconds": 120}]}}');
INSERT INTO public.change VALUES (1, 24, 0, 'episode', '1', '{"row": {"person_id": 1, "number": 1, "uid": "01a20673-2860-7001-b9cf-2b0962413a58", "night": 739936, "started_at": 1794873000, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 300, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 7, "woke": 1, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [{"person_id": 1, "number": 1, "position": 0, "trigger_id": "stress"}], "episode_remedy": [{"person_id": 1, "number": 1, "position": 0, "remedy_id": "stretch", "helped": 1, "relief_seconds": 120}]}}');
INSERT INTO public.change VALUES (1, 25, 0, 'night', '739939', '{"row": {"person_id": 1, "night": 739939, "quiet": 1, "recorded_at": 1795404540, "recorded_offset": 0}, "children": {"night_factor": []}}');
INSERT INTO public.change VALUES (1, 26, 0, 'episode', '9', NULL);
INSERT INTO public.change VALUES (1, 27, 0, 'episode', '9', '{"row": {"person_id": 1, "number": 9, "uid": "01a20673-2860-701a-96b8-15c476527ba9", "night": 739942, "started_at": 1795404480, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 60, "duration_is_estimate": 0, "type": null, "spread": null, "pain": null, "woke": null, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 9, "position": 0, "muscle": "hand", "side": "left"}], "episode_trigger": [], "episode_remedy": []}}');
INSERT INTO public.change VALUES (2, 1, 0, 'episode', '1', NULL);
INSERT INTO public.change VALUES (2, 2, 0, 'episode', '1', '{"row": {"person_id": 2, "number": 1, "uid": "01a20673-2860-7001-926d-01d6c6f2fbf6", "night": 739939, "started_at": 1795136400, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 120, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 5, "woke": null, "sore": null, "numb": null, "hard": null, "twitching": null, "note": "anna''s own", "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 2, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [], "episode_remedy": [{"person_id": 2, "number": 1, "position": 0, "remedy_id": "walk", "helped": 0, "relief_seconds": null}]}}');
INSERT INTO public.change VALUES (2, 3, 0, 'episode', '1', NULL);
INSERT INTO public.change VALUES (4, 1, 0, 'episode', '1', NULL);
INSERT INTO public.condition VALUES (1, '01a20673-2860-700f-adbb-026b2460edcc', 'varicose_veins', 1, 0, '2019', NULL, 1795404540);
INSERT INTO public.condition VALUES (1, '01a20673-2860-7010-b457-bc3a3421ffca', 'diabetes', 1, 1, NULL, NULL, 1795404540);
INSERT INTO public.dose VALUES (1, '01a20673-2860-7013-84f9-8e134231b06e', 0, '20 mg', '2026-05');
INSERT INTO public.episode VALUES (1, 3, '01a20673-2860-7003-b3ce-607977451216', 739940, 1795230000, 0, 'Europe/London', 0, 0, 720, 1, 'tonic', NULL, 8, 1, 0, NULL, NULL, NULL, 'in the garden', 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (1, 4, '01a20673-2860-7004-a826-9e285697d6b0', 739941, 1795277700, 0, 'Europe/London', 0, 1, 20, 0, 'clonic', NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (1, 5, '01a20673-2860-7005-ae69-cd2aeea2090c', 739941, 1795309800, 0, 'Europe/London', 0, 0, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (1, 6, '01a20673-2860-7006-b715-e56e81c32ab6', 739942, 1795401000, 0, 'Europe/London', 0, 0, 180, 0, NULL, NULL, 6, NULL, NULL, 1, 1, NULL, 'after a long walk; "quoted", דב, 🦵
second line', 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (1, 8, '01a20673-2860-7008-bcde-932f9a57e6f6', 739942, 1795404540, 0, 'Europe/London', 0, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (1, 2, '01a20673-2860-7002-9fb6-51fa657e56ee', 739938, 1795055400, 0, 'Europe/London', 0, 0, 90, 0, NULL, NULL, 4, NULL, 1, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', 1795404540);
INSERT INTO public.episode VALUES (1, 7, '01a20673-2860-7007-b037-aff4bab00dc9', 739942, 1795401600, 0, 'Europe/London', 1, 0, NULL, 0, NULL, NULL, 2, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (1, 1, '01a20673-2860-7001-b9cf-2b0962413a58', 739936, 1794873000, 0, 'Europe/London', 0, 0, 300, 0, NULL, NULL, 6, 1, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (1, 9, '01a20673-2860-701a-96b8-15c476527ba9', 739942, 1795404480, 0, 'Europe/London', 0, 0, 60, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', 1795404540);
INSERT INTO public.episode VALUES (2, 1, '01a20673-2860-7001-926d-01d6c6f2fbf6', 739939, 1795136400, 0, 'Europe/London', 0, 0, 120, 0, NULL, NULL, 5, NULL, NULL, NULL, NULL, NULL, 'anna''s own', 1795404540, 0, 'log', NULL);
INSERT INTO public.episode VALUES (4, 1, '01a20673-2860-7001-a853-0eb579a49d6e', 739942, 1795404360, 0, 'Europe/London', 0, 0, 180, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL);
INSERT INTO public.episode_remedy VALUES (1, 5, 0, 'walk', 0, NULL);
INSERT INTO public.episode_remedy VALUES (1, 5, 1, 'massage', 1, NULL);
INSERT INTO public.episode_remedy VALUES (1, 1, 0, 'stretch', 1, 120);
INSERT INTO public.episode_remedy VALUES (2, 1, 0, 'walk', 0, NULL);
INSERT INTO public.episode_trigger VALUES (1, 3, 0, 'hypothermia');
INSERT INTO public.episode_trigger VALUES (1, 3, 1, 'dehydration');
INSERT INTO public.episode_trigger VALUES (1, 5, 0, 'hypothermia');
INSERT INTO public.episode_trigger VALUES (1, 1, 0, 'stress');
INSERT INTO public.medicine VALUES (1, '01a20673-2860-7013-84f9-8e134231b06e', 'simvastatin', 1, '2026-05', NULL, 1795404540);
INSERT INTO public.night VALUES (1, 739937, 1, 1795404540, 0);
INSERT INTO public.night VALUES (1, 739942, 0, 1795404540, 0);
INSERT INTO public.night VALUES (1, 739939, 1, 1795404540, 0);
INSERT INTO public.night_factor VALUES (1, 739937, 'stress', '6', 1795404540);
INSERT INTO public.night_factor VALUES (1, 739937, 'water', '1.2', 1795404540);
INSERT INTO public.night_factor VALUES (1, 739942, 'cold', 'yes', 1795404540);
INSERT INTO public.night_factor VALUES (1, 739939, 'stress', '2', 1795404540);
INSERT INTO public.person VALUES (3, '01a20673-2860-7861-9780-a7b2ac392d66', 'bob', 1, 1, NULL, NULL, 1795404540, 1795404540, 'anna');
INSERT INTO public.person VALUES (1, '01a21798-5db3-7c83-a009-deac0ed6684e', 'me', 10, 28, 25, 27, 1795692191, NULL, 'anna');
INSERT INTO public.person VALUES (2, '01a20673-2860-7f83-ae5f-b7d51ab70e1b', 'anna', 2, 4, 1, 3, 1795404540, NULL, 'anna');
INSERT INTO public.person VALUES (4, '01a21798-5ec4-7318-ba2e-b410fc290092', 'me', 2, 2, 1, NULL, 1795692191, NULL, 'bob');
INSERT INTO public.profile VALUES (1, 'born', '1958', 1795404540);
INSERT INTO public.profile VALUES (1, 'sex', 'f', 1795404540);
INSERT INTO public.setting VALUES ('trigger.moonlight', 'full moon', 'anna');
INSERT INTO public.site VALUES (1, 2, 0, 'foot', 'right');
INSERT INTO public.site VALUES (1, 3, 0, 'calf', 'left');
INSERT INTO public.site VALUES (1, 3, 1, 'hamstring', 'right');
INSERT INTO public.site VALUES (1, 4, 0, 'leg', 'both');
INSERT INTO public.site VALUES (1, 5, 0, 'toes', NULL);
INSERT INTO public.site VALUES (1, 6, 0, 'calf', 'right');
INSERT INTO public.site VALUES (1, 7, 0, 'calf', 'both');
INSERT INTO public.site VALUES (1, 1, 0, 'calf', 'left');
INSERT INTO public.site VALUES (1, 9, 0, 'hand', 'left');
INSERT INTO public.site VALUES (2, 1, 0, 'calf', 'left');
INSERT INTO public.site VALUES (4, 1, 0, 'foot', 'right');
INSERT INTO public.snooze VALUES (1, 'ART-REGULAR', 739972, 'ROUTINE', 'seen', 1795404540);
INSERT INTO public.symptom VALUES (1, '01a20673-2860-7011-a574-dfe287dbe045', 'swelling', 'left', 739942, 'present', 1795404540);
INSERT INTO public.symptom VALUES (1, '01a20673-2860-7012-883d-63e64a7a7a53', 'swelling', NULL, 739942, 'absent', 1795404540);
INSERT INTO public.timer VALUES (1, 1795404540, 0, 'Europe/London', 0, 'left calf @stress', 'again', 1795404540);
INSERT INTO public.visit VALUES (1, '01a20673-2860-7014-a895-48c513c80a0a', 739951, 'Dr Who', 0, 1795404540);
SELECT pg_catalog.setval('public.person_id_seq', 4, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.act
    ADD CONSTRAINT pk_act PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.change
    ADD CONSTRAINT pk_change PRIMARY KEY (person_id, act_id, "position");
ALTER TABLE ONLY public.condition
    ADD CONSTRAINT pk_condition PRIMARY KEY (person_id, uid);
ALTER TABLE ONLY public.dose
    ADD CONSTRAINT pk_dose PRIMARY KEY (person_id, uid, "position");
ALTER TABLE ONLY public.episode
    ADD CONSTRAINT pk_episode PRIMARY KEY (person_id, number);
ALTER TABLE ONLY public.episode_remedy
    ADD CONSTRAINT pk_episode_remedy PRIMARY KEY (person_id, number, "position");
ALTER TABLE ONLY public.episode_trigger
    ADD CONSTRAINT pk_episode_trigger PRIMARY KEY (person_id, number, "position");
ALTER TABLE ONLY public.medicine
    ADD CONSTRAINT pk_medicine PRIMARY KEY (person_id, uid);
ALTER TABLE ONLY public.night
    ADD CONSTRAINT pk_night PRIMARY KEY (person_id, night);
ALTER TABLE ONLY public.night_factor
    ADD CONSTRAINT pk_night_factor PRIMARY KEY (person_id, night, factor);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT pk_profile PRIMARY KEY (person_id, key);
ALTER TABLE ONLY public.site
    ADD CONSTRAINT pk_site PRIMARY KEY (person_id, number, "position");
ALTER TABLE ONLY public.snooze
    ADD CONSTRAINT pk_snooze PRIMARY KEY (person_id, rule_id);
ALTER TABLE ONLY public.symptom
    ADD CONSTRAINT pk_symptom PRIMARY KEY (person_id, uid);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT pk_timer PRIMARY KEY (person_id);
ALTER TABLE ONLY public.visit
    ADD CONSTRAINT pk_visit PRIMARY KEY (person_id, uid);
ALTER TABLE ONLY public.episode
    ADD CONSTRAINT uq_episode_person_id_uid UNIQUE (person_id, uid);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_owner_name UNIQUE (owner, name);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_uid UNIQUE (uid);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT uq_setting_owner_key PRIMARY KEY (owner, key);
CREATE INDEX ix_episode_night ON public.episode USING btree (person_id, night, started_at, number, daytime) WHERE (deleted_at IS NULL);
CREATE INDEX ix_symptom_day ON public.symptom USING btree (person_id, day);
ALTER TABLE ONLY public.act
    ADD CONSTRAINT fk_act_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.change
    ADD CONSTRAINT fk_change_act FOREIGN KEY (person_id, act_id) REFERENCES public.act(person_id, id);
ALTER TABLE ONLY public.condition
    ADD CONSTRAINT fk_condition_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.dose
    ADD CONSTRAINT fk_dose_medicine FOREIGN KEY (person_id, uid) REFERENCES public.medicine(person_id, uid) ON DELETE CASCADE;
ALTER TABLE ONLY public.episode
    ADD CONSTRAINT fk_episode_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.episode_remedy
    ADD CONSTRAINT fk_episode_remedy_episode FOREIGN KEY (person_id, number) REFERENCES public.episode(person_id, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.episode_trigger
    ADD CONSTRAINT fk_episode_trigger_episode FOREIGN KEY (person_id, number) REFERENCES public.episode(person_id, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.medicine
    ADD CONSTRAINT fk_medicine_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.night_factor
    ADD CONSTRAINT fk_night_factor_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.night
    ADD CONSTRAINT fk_night_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT fk_profile_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.site
    ADD CONSTRAINT fk_site_episode FOREIGN KEY (person_id, number) REFERENCES public.episode(person_id, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.snooze
    ADD CONSTRAINT fk_snooze_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.symptom
    ADD CONSTRAINT fk_symptom_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT fk_timer_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.visit
    ADD CONSTRAINT fk_visit_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE public.act ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.condition ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dose ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.episode ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.episode_remedy ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.episode_trigger ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.medicine ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.night ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.night_factor ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON public.act USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = act.person_id))));
CREATE POLICY own_rows ON public.change USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = change.person_id))));
CREATE POLICY own_rows ON public.condition USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = condition.person_id))));
CREATE POLICY own_rows ON public.dose USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = dose.person_id))));
CREATE POLICY own_rows ON public.episode USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = episode.person_id))));
CREATE POLICY own_rows ON public.episode_remedy USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = episode_remedy.person_id))));
CREATE POLICY own_rows ON public.episode_trigger USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = episode_trigger.person_id))));
CREATE POLICY own_rows ON public.medicine USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = medicine.person_id))));
CREATE POLICY own_rows ON public.night USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = night.person_id))));
CREATE POLICY own_rows ON public.night_factor USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = night_factor.person_id))));
CREATE POLICY own_rows ON public.person USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.profile USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = profile.person_id))));
CREATE POLICY own_rows ON public.setting USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.site USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = site.person_id))));
CREATE POLICY own_rows ON public.snooze USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = snooze.person_id))));
CREATE POLICY own_rows ON public.symptom USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = symptom.person_id))));
CREATE POLICY own_rows ON public.timer USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = timer.person_id))));
CREATE POLICY own_rows ON public.visit USING ((EXISTS ( SELECT 1
   FROM public.person
  WHERE (person.id = visit.person_id))));
ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.site ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.snooze ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.symptom ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.timer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.visit ENABLE ROW LEVEL SECURITY;
GRANT SELECT,INSERT ON TABLE public.act TO cramplog_diary;
GRANT SELECT ON TABLE public.alembic_version TO cramplog_diary;
GRANT SELECT,INSERT ON TABLE public.change TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.condition TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dose TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.episode TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.episode_remedy TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.episode_trigger TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.medicine TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.night TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.night_factor TO cramplog_diary;
GRANT SELECT,INSERT,UPDATE ON TABLE public.person TO cramplog_diary;
GRANT USAGE ON SEQUENCE public.person_id_seq TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.profile TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.setting TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.site TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.snooze TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.symptom TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timer TO cramplog_diary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.visit TO cramplog_diary;
