"""SQL compiled for SQLite by compile_sql.py from statements.py and tables.py."""

REVISION = '0004'

SQL = {'settings': 'SELECT setting."key", setting.value FROM setting',
 'set_setting': 'INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO '
                'UPDATE SET value = excluded.value',
 'drop_setting': 'DELETE FROM setting WHERE setting."key" = :key',
 'people': 'SELECT person.id, person.uid, person.name, person.next_number, person.next_act, '
           'person.undo_top, person.redo_top, person.recorded_at, person.removed_at FROM person '
           'WHERE person.removed_at IS NULL ORDER BY person.id',
 'person': 'SELECT person.id, person.next_number, person.next_act, person.undo_top, '
           'person.redo_top FROM person WHERE person.name = :name AND person.removed_at IS NULL',
 'add_person': 'INSERT INTO person (uid, name, recorded_at) VALUES (:uid, :name, :recorded_at) ON '
               'CONFLICT (name) DO NOTHING',
 'advance': 'UPDATE person SET next_number = :next_number, next_act = :next_act, undo_top = '
            ':undo_top, redo_top = :redo_top WHERE id = :person_id',
 'last_number': 'SELECT max(episode.number) AS max_1 FROM episode WHERE episode.person_id = '
                ':person_id AND episode.deleted_at IS NULL',
 'tally': 'SELECT count(*), coalesce(sum(number), 0) FROM episode WHERE person_id + 0 = :person_id '
          'AND coalesce(deleted_at, 0) = 0 AND night + 0 >= :since AND night + 0 <= :until',
 'recent_numbers': 'SELECT number FROM episode WHERE person_id = :person_id AND deleted_at IS NULL '
                   'ORDER BY number DESC LIMIT 10',
 'used_triggers': 'SELECT trigger_id FROM episode_trigger WHERE person_id = :person_id GROUP BY '
                  'trigger_id ORDER BY count(*) DESC, trigger_id LIMIT 10',
 'used_remedies': 'SELECT remedy_id FROM episode_remedy WHERE person_id = :person_id GROUP BY '
                  'remedy_id ORDER BY count(*) DESC, remedy_id LIMIT 10',
 'used_factors': 'SELECT factor FROM night_factor WHERE person_id = :person_id GROUP BY factor '
                 'ORDER BY count(*) DESC, factor LIMIT 10',
 'deleted_at': 'SELECT episode.deleted_at FROM episode WHERE episode.person_id = :person_id AND '
               'episode.number = :number',
 'near': 'SELECT episode.number FROM episode WHERE episode.person_id = :person_id AND '
         'episode.deleted_at IS NULL AND episode.night >= :since AND episode.night <= :until AND '
         'episode.started_at >= :earliest AND episode.started_at <= :latest ORDER BY '
         'episode.number DESC',
 'known_uid': 'SELECT episode.number, episode.deleted_at FROM episode WHERE episode.person_id = '
              ':person_id AND episode.uid = :uid',
 'bury_episode': 'UPDATE episode SET deleted_at = :deleted_at WHERE person_id = :person_id AND '
                 'number = :number',
 'first_episode_night': 'SELECT min(episode.night) AS min_1 FROM episode WHERE episode.person_id = '
                        ':person_id AND episode.deleted_at IS NULL',
 'first_recorded_night': 'SELECT min(night.night) AS min_1 FROM night WHERE night.person_id = '
                         ':person_id',
 'episode_nights': 'SELECT episode.night, sum(1 - episode.daytime) AS cramps, sum(episode.daytime) '
                   'AS daytime FROM episode WHERE episode.person_id = :person_id AND '
                   'episode.deleted_at IS NULL AND episode.night >= :since AND episode.night <= '
                   ':until GROUP BY episode.night ORDER BY episode.night',
 'nights': 'SELECT night.night, night.quiet, night.recorded_at, night.recorded_offset FROM night '
           'WHERE night.person_id = :person_id AND night.night >= :since AND night.night <= :until '
           'ORDER BY night.night',
 'factors': 'SELECT night_factor.night, night_factor.factor, night_factor.value FROM night_factor '
            'WHERE night_factor.person_id = :person_id AND night_factor.night >= :since AND '
            'night_factor.night <= :until ORDER BY night_factor.night, night_factor.factor',
 'timer_of': 'SELECT timer.person_id, timer.started_at, timer.utc_offset, timer.zone, '
             'timer.time_is_approximate, timer.words, timer.note, timer.recorded_at FROM timer '
             'WHERE timer.person_id = :person_id',
 'conditions_of': 'SELECT condition.person_id, condition.uid, condition.name, condition.known, '
                  'condition.absent, condition.since, condition.until, condition.recorded_at FROM '
                  'condition WHERE condition.person_id = :person_id ORDER BY condition.name, '
                  'condition.since NULLS FIRST, condition.uid',
 'symptoms_of': 'SELECT symptom.person_id, symptom.uid, symptom.name, symptom.side, symptom.day, '
                'symptom.status, symptom.recorded_at FROM symptom WHERE symptom.person_id = '
                ':person_id AND symptom.day >= :since AND symptom.day <= :until ORDER BY '
                'symptom.day, symptom.recorded_at, symptom.uid',
 'medicines_of': 'SELECT medicine.person_id, medicine.uid, medicine.name, medicine.known, '
                 'medicine.started, medicine.stopped, medicine.recorded_at FROM medicine WHERE '
                 'medicine.person_id = :person_id ORDER BY medicine.name, medicine.started NULLS '
                 'FIRST, medicine.uid',
 'visits_of': 'SELECT visit.person_id, visit.uid, visit.day, visit.who, visit.done, '
              'visit.recorded_at FROM visit WHERE visit.person_id = :person_id ORDER BY visit.day, '
              'visit.recorded_at, visit.uid',
 'has_facts': 'SELECT CASE WHEN EXISTS (SELECT 1 FROM condition WHERE person_id = :person_id AND '
              'absent = 0) OR EXISTS (SELECT 1 FROM symptom WHERE person_id = :person_id AND '
              "status = 'present') OR EXISTS (SELECT 1 FROM medicine WHERE person_id = :person_id) "
              'OR EXISTS (SELECT 1 FROM night_factor WHERE person_id = :person_id AND factor = '
              "'poison_contact' AND value = 'yes') THEN 1 ELSE 0 END",
 'rename_person': 'UPDATE person SET name = :name WHERE id = :person_id AND NOT EXISTS (SELECT 1 '
                  'FROM person AS other WHERE other.name = :name)',
 'identify_person': 'UPDATE person SET uid = :uid WHERE id = :person_id AND NOT EXISTS (SELECT 1 '
                    'FROM person AS other WHERE other.uid = :uid)',
 'remove_person': 'UPDATE person SET removed_at = :removed_at WHERE id = :person_id',
 'restore_person': 'UPDATE person SET removed_at = NULL WHERE name = :name',
 'act': 'SELECT act.command, act.said, act.reverts, act.beneath FROM act WHERE act.person_id = '
        ':person_id AND act.id = :id',
 'known_act': 'SELECT 1 FROM act WHERE act.uid = :uid',
 'last_act_on': 'SELECT max(change.act_id) AS max_1 FROM change WHERE change.person_id = '
                ':person_id AND change.entity = :entity AND change."key" = :key',
 'changes_of': 'SELECT change.entity, change."key", change."before" FROM change WHERE '
               'change.person_id = :person_id AND change.act_id = :act_id ORDER BY change.position '
               'DESC',
 'renight': 'UPDATE episode SET night = (started_at + utc_offset - :starts_at - ((started_at + '
            'utc_offset - :starts_at) % 86400 + 86400) % 86400) / 86400 + 719163, daytime = CASE '
            'WHEN ((started_at + utc_offset) % 86400 + 86400) % 86400 >= :day_starts AND '
            '((started_at + utc_offset) % 86400 + 86400) % 86400 < :day_ends THEN 1 ELSE 0 END',
 'insert_act': 'INSERT INTO act (person_id, id, uid, command, said, at, reverts, beneath) VALUES '
               '(:person_id, :id, :uid, :command, :said, :at, :reverts, :beneath)',
 'insert_change': 'INSERT INTO change (person_id, act_id, position, entity, "key", "before") '
                  'VALUES (:person_id, :act_id, :position, :entity, :key, :before)',
 'insert_merged': 'INSERT INTO merged (person_id, entity, gid, uid, at, command, parents, state, '
                  'since_act) VALUES (:person_id, :entity, :gid, :uid, :at, :command, :parents, '
                  ':state, :since_act) ON CONFLICT (person_id, entity, gid, uid) DO UPDATE SET '
                  'since_act = excluded.since_act',
 'insert_difference': 'INSERT INTO difference (person_id, entity, "key", field, others) VALUES '
                      '(:person_id, :entity, :key, :field, :others)',
 'differences_of': 'SELECT difference.person_id, difference.entity, difference."key", '
                   'difference.field, difference.others FROM difference WHERE difference.person_id '
                   '= :person_id AND difference.entity = :entity AND difference."key" = :key ORDER '
                   'BY difference.field',
 'clear_difference': 'DELETE FROM difference WHERE difference.person_id = :person_id AND '
                     'difference.entity = :entity AND difference."key" = :key',
 'differences': 'SELECT difference.person_id, difference.entity, difference."key", '
                'difference.field, difference.others FROM difference WHERE difference.person_id = '
                ':person_id ORDER BY difference.person_id, difference.entity, difference."key", '
                'difference.field',
 'own_acts': 'SELECT act.uid FROM act WHERE act.person_id = :person_id',
 'merged_acts': 'SELECT DISTINCT merged.uid FROM merged WHERE merged.person_id = :person_id AND '
                'merged.since_act > 0',
 'move_merged': 'UPDATE merged SET since_act = :since_act WHERE person_id = :person_id AND '
                'since_act = :act_id',
 'merging_acts': 'SELECT act.id, act.command, act.reverts FROM act WHERE act.person_id = '
                 ":person_id AND (act.command = 'merge' OR act.reverts IS NOT NULL) ORDER BY "
                 'act.id',
 'merged_changes': 'SELECT merged.person_id, merged.entity, merged.gid, merged.uid, merged.at, '
                   'merged.command, merged.parents, merged.state, merged.since_act FROM merged '
                   'WHERE merged.person_id = :person_id AND merged.since_act > 0 ORDER BY '
                   'merged.entity, merged.gid, merged.since_act, merged.uid',
 'episode_uids': 'SELECT episode.uid, episode.number FROM episode WHERE episode.person_id = '
                 ':person_id',
 'log_by_entity': 'SELECT change.entity, change."key", episode.uid AS gid, change."before", '
                  'act.id, act.uid, act.at, act.command FROM change JOIN act ON act.person_id = '
                  'change.person_id AND act.id = change.act_id LEFT OUTER JOIN episode ON '
                  'episode.person_id = change.person_id AND episode.number = CASE WHEN '
                  "change.entity = 'episode' THEN CAST(change.key AS INTEGER) END WHERE "
                  "change.person_id = :person_id AND change.entity != 'timer' ORDER BY "
                  "change.entity, CASE WHEN change.entity = 'episode' THEN CAST(change.key AS "
                  'INTEGER) END, change."key", change.act_id, change.position',
 'insert_episode': 'INSERT INTO episode (person_id, number, uid, night, started_at, utc_offset, '
                   'zone, time_is_approximate, daytime, duration_seconds, duration_is_estimate, '
                   'type, spread, pain, woke, sore, numb, hard, twitching, note, recorded_at, '
                   'recorded_offset, source, deleted_at) VALUES (:person_id, :number, :uid, '
                   ':night, :started_at, :utc_offset, :zone, :time_is_approximate, :daytime, '
                   ':duration_seconds, :duration_is_estimate, :type, :spread, :pain, :woke, :sore, '
                   ':numb, :hard, :twitching, :note, :recorded_at, :recorded_offset, :source, '
                   ':deleted_at)',
 'fetch_episode': 'SELECT episode.person_id, episode.number, episode.uid, episode.night, '
                  'episode.started_at, episode.utc_offset, episode.zone, '
                  'episode.time_is_approximate, episode.daytime, episode.duration_seconds, '
                  'episode.duration_is_estimate, episode.type, episode.spread, episode.pain, '
                  'episode.woke, episode.sore, episode.numb, episode.hard, episode.twitching, '
                  'episode.note, episode.recorded_at, episode.recorded_offset, episode.source, '
                  'episode.deleted_at FROM episode WHERE episode.person_id = :person_id AND '
                  'episode.number = :number',
 'update_episode': 'UPDATE episode SET uid = :uid, night = :night, started_at = :started_at, '
                   'utc_offset = :utc_offset, zone = :zone, time_is_approximate = '
                   ':time_is_approximate, daytime = :daytime, duration_seconds = '
                   ':duration_seconds, duration_is_estimate = :duration_is_estimate, type = :type, '
                   'spread = :spread, pain = :pain, woke = :woke, sore = :sore, numb = :numb, hard '
                   '= :hard, twitching = :twitching, note = :note, recorded_at = :recorded_at, '
                   'recorded_offset = :recorded_offset, source = :source, deleted_at = :deleted_at '
                   'WHERE person_id = :person_id AND number = :number',
 'delete_episode': 'DELETE FROM episode WHERE episode.person_id = :person_id AND episode.number = '
                   ':number',
 'insert_site': 'INSERT INTO site (person_id, number, position, muscle, side) VALUES (:person_id, '
                ':number, :position, :muscle, :side)',
 'fetch_site': 'SELECT site.person_id, site.number, site.position, site.muscle, site.side FROM '
               'site WHERE site.person_id = :person_id AND site.number = :number ORDER BY '
               'site.person_id, site.number, site.position',
 'clear_site': 'DELETE FROM site WHERE site.person_id = :person_id AND site.number = :number',
 'insert_episode_trigger': 'INSERT INTO episode_trigger (person_id, number, position, trigger_id) '
                           'VALUES (:person_id, :number, :position, :trigger_id)',
 'fetch_episode_trigger': 'SELECT episode_trigger.person_id, episode_trigger.number, '
                          'episode_trigger.position, episode_trigger.trigger_id FROM '
                          'episode_trigger WHERE episode_trigger.person_id = :person_id AND '
                          'episode_trigger.number = :number ORDER BY episode_trigger.person_id, '
                          'episode_trigger.number, episode_trigger.position',
 'clear_episode_trigger': 'DELETE FROM episode_trigger WHERE episode_trigger.person_id = '
                          ':person_id AND episode_trigger.number = :number',
 'insert_episode_remedy': 'INSERT INTO episode_remedy (person_id, number, position, remedy_id, '
                          'helped, relief_seconds, not_helped) VALUES (:person_id, :number, '
                          ':position, :remedy_id, :helped, :relief_seconds, :not_helped)',
 'fetch_episode_remedy': 'SELECT episode_remedy.person_id, episode_remedy.number, '
                         'episode_remedy.position, episode_remedy.remedy_id, '
                         'episode_remedy.helped, episode_remedy.relief_seconds, '
                         'episode_remedy.not_helped FROM episode_remedy WHERE '
                         'episode_remedy.person_id = :person_id AND episode_remedy.number = '
                         ':number ORDER BY episode_remedy.person_id, episode_remedy.number, '
                         'episode_remedy.position',
 'clear_episode_remedy': 'DELETE FROM episode_remedy WHERE episode_remedy.person_id = :person_id '
                         'AND episode_remedy.number = :number',
 'insert_timer': 'INSERT INTO timer (person_id, started_at, utc_offset, zone, time_is_approximate, '
                 'words, note, recorded_at) VALUES (:person_id, :started_at, :utc_offset, :zone, '
                 ':time_is_approximate, :words, :note, :recorded_at)',
 'fetch_timer': 'SELECT timer.person_id, timer.started_at, timer.utc_offset, timer.zone, '
                'timer.time_is_approximate, timer.words, timer.note, timer.recorded_at FROM timer '
                'WHERE timer.person_id = :person_id',
 'update_timer': 'UPDATE timer SET started_at = :started_at, utc_offset = :utc_offset, zone = '
                 ':zone, time_is_approximate = :time_is_approximate, words = :words, note = :note, '
                 'recorded_at = :recorded_at WHERE person_id = :person_id',
 'delete_timer': 'DELETE FROM timer WHERE timer.person_id = :person_id',
 'insert_night': 'INSERT INTO night (person_id, night, quiet, recorded_at, recorded_offset) VALUES '
                 '(:person_id, :night, :quiet, :recorded_at, :recorded_offset)',
 'fetch_night': 'SELECT night.person_id, night.night, night.quiet, night.recorded_at, '
                'night.recorded_offset FROM night WHERE night.person_id = :person_id AND '
                'night.night = :night',
 'update_night': 'UPDATE night SET quiet = :quiet, recorded_at = :recorded_at, recorded_offset = '
                 ':recorded_offset WHERE person_id = :person_id AND night = :night',
 'delete_night': 'DELETE FROM night WHERE night.person_id = :person_id AND night.night = :night',
 'insert_night_factor': 'INSERT INTO night_factor (person_id, night, factor, value, recorded_at) '
                        'VALUES (:person_id, :night, :factor, :value, :recorded_at)',
 'fetch_night_factor': 'SELECT night_factor.person_id, night_factor.night, night_factor.factor, '
                       'night_factor.value, night_factor.recorded_at FROM night_factor WHERE '
                       'night_factor.person_id = :person_id AND night_factor.night = :night ORDER '
                       'BY night_factor.person_id, night_factor.night, night_factor.factor',
 'clear_night_factor': 'DELETE FROM night_factor WHERE night_factor.person_id = :person_id AND '
                       'night_factor.night = :night',
 'insert_profile': 'INSERT INTO profile (person_id, "key", value, recorded_at) VALUES (:person_id, '
                   ':key, :value, :recorded_at)',
 'fetch_profile': 'SELECT profile.person_id, profile."key", profile.value, profile.recorded_at '
                  'FROM profile WHERE profile.person_id = :person_id AND profile."key" = :key',
 'update_profile': 'UPDATE profile SET value = :value, recorded_at = :recorded_at WHERE person_id '
                   '= :person_id AND key = :key',
 'delete_profile': 'DELETE FROM profile WHERE profile.person_id = :person_id AND profile."key" = '
                   ':key',
 'insert_condition': 'INSERT INTO condition (person_id, uid, name, known, absent, since, until, '
                     'recorded_at) VALUES (:person_id, :uid, :name, :known, :absent, :since, '
                     ':until, :recorded_at)',
 'fetch_condition': 'SELECT condition.person_id, condition.uid, condition.name, condition.known, '
                    'condition.absent, condition.since, condition.until, condition.recorded_at '
                    'FROM condition WHERE condition.person_id = :person_id AND condition.uid = '
                    ':uid',
 'update_condition': 'UPDATE condition SET name = :name, known = :known, absent = :absent, since = '
                     ':since, until = :until, recorded_at = :recorded_at WHERE person_id = '
                     ':person_id AND uid = :uid',
 'delete_condition': 'DELETE FROM condition WHERE condition.person_id = :person_id AND '
                     'condition.uid = :uid',
 'insert_symptom': 'INSERT INTO symptom (person_id, uid, name, side, day, status, recorded_at) '
                   'VALUES (:person_id, :uid, :name, :side, :day, :status, :recorded_at)',
 'fetch_symptom': 'SELECT symptom.person_id, symptom.uid, symptom.name, symptom.side, symptom.day, '
                  'symptom.status, symptom.recorded_at FROM symptom WHERE symptom.person_id = '
                  ':person_id AND symptom.uid = :uid',
 'update_symptom': 'UPDATE symptom SET name = :name, side = :side, day = :day, status = :status, '
                   'recorded_at = :recorded_at WHERE person_id = :person_id AND uid = :uid',
 'delete_symptom': 'DELETE FROM symptom WHERE symptom.person_id = :person_id AND symptom.uid = '
                   ':uid',
 'insert_medicine': 'INSERT INTO medicine (person_id, uid, name, known, started, stopped, '
                    'recorded_at) VALUES (:person_id, :uid, :name, :known, :started, :stopped, '
                    ':recorded_at)',
 'fetch_medicine': 'SELECT medicine.person_id, medicine.uid, medicine.name, medicine.known, '
                   'medicine.started, medicine.stopped, medicine.recorded_at FROM medicine WHERE '
                   'medicine.person_id = :person_id AND medicine.uid = :uid',
 'update_medicine': 'UPDATE medicine SET name = :name, known = :known, started = :started, stopped '
                    '= :stopped, recorded_at = :recorded_at WHERE person_id = :person_id AND uid = '
                    ':uid',
 'delete_medicine': 'DELETE FROM medicine WHERE medicine.person_id = :person_id AND medicine.uid = '
                    ':uid',
 'insert_dose': 'INSERT INTO dose (person_id, uid, position, text, since) VALUES (:person_id, '
                ':uid, :position, :text, :since)',
 'fetch_dose': 'SELECT dose.person_id, dose.uid, dose.position, dose.text, dose.since FROM dose '
               'WHERE dose.person_id = :person_id AND dose.uid = :uid ORDER BY dose.person_id, '
               'dose.uid, dose.position',
 'clear_dose': 'DELETE FROM dose WHERE dose.person_id = :person_id AND dose.uid = :uid',
 'insert_visit': 'INSERT INTO visit (person_id, uid, day, who, done, recorded_at) VALUES '
                 '(:person_id, :uid, :day, :who, :done, :recorded_at)',
 'fetch_visit': 'SELECT visit.person_id, visit.uid, visit.day, visit.who, visit.done, '
                'visit.recorded_at FROM visit WHERE visit.person_id = :person_id AND visit.uid = '
                ':uid',
 'update_visit': 'UPDATE visit SET day = :day, who = :who, done = :done, recorded_at = '
                 ':recorded_at WHERE person_id = :person_id AND uid = :uid',
 'delete_visit': 'DELETE FROM visit WHERE visit.person_id = :person_id AND visit.uid = :uid',
 'insert_snooze': 'INSERT INTO snooze (person_id, rule_id, until_day, urgency, because, '
                  'recorded_at) VALUES (:person_id, :rule_id, :until_day, :urgency, :because, '
                  ':recorded_at)',
 'fetch_snooze': 'SELECT snooze.person_id, snooze.rule_id, snooze.until_day, snooze.urgency, '
                 'snooze.because, snooze.recorded_at FROM snooze WHERE snooze.person_id = '
                 ':person_id AND snooze.rule_id = :rule_id',
 'update_snooze': 'UPDATE snooze SET until_day = :until_day, urgency = :urgency, because = '
                  ':because, recorded_at = :recorded_at WHERE person_id = :person_id AND rule_id = '
                  ':rule_id',
 'delete_snooze': 'DELETE FROM snooze WHERE snooze.person_id = :person_id AND snooze.rule_id = '
                  ':rule_id',
 'all_night': 'SELECT night.person_id, night.night, night.quiet, night.recorded_at, '
              'night.recorded_offset FROM night WHERE night.person_id = :person_id ORDER BY '
              'night.person_id, night.night',
 'all_night_factor': 'SELECT night_factor.person_id, night_factor.night, night_factor.factor, '
                     'night_factor.value, night_factor.recorded_at FROM night_factor WHERE '
                     'night_factor.person_id = :person_id ORDER BY night_factor.person_id, '
                     'night_factor.night, night_factor.factor',
 'all_profile': 'SELECT profile.person_id, profile."key", profile.value, profile.recorded_at FROM '
                'profile WHERE profile.person_id = :person_id ORDER BY profile.person_id, '
                'profile."key"',
 'all_condition': 'SELECT condition.person_id, condition.uid, condition.name, condition.known, '
                  'condition.absent, condition.since, condition.until, condition.recorded_at FROM '
                  'condition WHERE condition.person_id = :person_id ORDER BY condition.person_id, '
                  'condition.uid',
 'all_symptom': 'SELECT symptom.person_id, symptom.uid, symptom.name, symptom.side, symptom.day, '
                'symptom.status, symptom.recorded_at FROM symptom WHERE symptom.person_id = '
                ':person_id ORDER BY symptom.person_id, symptom.uid',
 'all_medicine': 'SELECT medicine.person_id, medicine.uid, medicine.name, medicine.known, '
                 'medicine.started, medicine.stopped, medicine.recorded_at FROM medicine WHERE '
                 'medicine.person_id = :person_id ORDER BY medicine.person_id, medicine.uid',
 'all_dose': 'SELECT dose.person_id, dose.uid, dose.position, dose.text, dose.since FROM dose '
             'WHERE dose.person_id = :person_id ORDER BY dose.person_id, dose.uid, dose.position',
 'all_visit': 'SELECT visit.person_id, visit.uid, visit.day, visit.who, visit.done, '
              'visit.recorded_at FROM visit WHERE visit.person_id = :person_id ORDER BY '
              'visit.person_id, visit.uid',
 'all_snooze': 'SELECT snooze.person_id, snooze.rule_id, snooze.until_day, snooze.urgency, '
               'snooze.because, snooze.recorded_at FROM snooze WHERE snooze.person_id = :person_id '
               'ORDER BY snooze.person_id, snooze.rule_id'}

EPISODES = ('SELECT episode.number, episode.uid, episode.night, episode.started_at, episode.utc_offset, '
 'episode.zone, episode.time_is_approximate, episode.daytime, episode.duration_seconds, '
 'episode.duration_is_estimate, episode.type, episode.spread, episode.pain, episode.woke, '
 'episode.sore, episode.numb, episode.hard, episode.twitching, episode.note, episode.recorded_at, '
 'episode.recorded_offset, episode.source, person.name AS person, (SELECT '
 "group_concat(CAST(site.position AS VARCHAR) || ',' || coalesce(site.side, '') || ',' || "
 "coalesce(site.muscle, ''), ';') AS aggregate_strings_1 FROM site WHERE site.person_id = "
 'episode.person_id AND site.number = episode.number) AS site, (SELECT '
 "group_concat(CAST(episode_trigger.position AS VARCHAR) || ',' || "
 "coalesce(episode_trigger.trigger_id, ''), ';') AS aggregate_strings_2 FROM episode_trigger WHERE "
 'episode_trigger.person_id = episode.person_id AND episode_trigger.number = episode.number) AS '
 "episode_trigger, (SELECT group_concat(CAST(episode_remedy.position AS VARCHAR) || ',' || "
 "coalesce(episode_remedy.remedy_id, '') || ',' || coalesce(CAST(episode_remedy.helped AS "
 "VARCHAR), '') || ',' || coalesce(CAST(episode_remedy.relief_seconds AS VARCHAR), '') || ',' || "
 "coalesce(CAST(episode_remedy.not_helped AS VARCHAR), ''), ';') AS aggregate_strings_3 FROM "
 'episode_remedy WHERE episode_remedy.person_id = episode.person_id AND episode_remedy.number = '
 'episode.number) AS episode_remedy FROM episode JOIN person ON person.id = episode.person_id '
 'WHERE episode.person_id = :person_id AND episode.deleted_at IS NULL')

FILTERS = {'number': ' AND episode.number = :number',
 'since': ' AND episode.night >= :since',
 'until': ' AND episode.night <= :until',
 'muscle': ' AND (EXISTS (SELECT 1 FROM site WHERE site.person_id = episode.person_id AND '
           'site.number = episode.number AND site.muscle = :muscle))',
 'side': ' AND (EXISTS (SELECT 1 FROM site WHERE site.person_id = episode.person_id AND '
         "site.number = episode.number AND (site.side = :side OR site.side = 'both')))",
 'site': ' AND (EXISTS (SELECT 1 FROM site WHERE site.person_id = episode.person_id AND '
         'site.number = episode.number AND site.muscle = :muscle AND (site.side = :side OR '
         "site.side = 'both')))",
 'trigger': ' AND (EXISTS (SELECT 1 FROM episode_trigger WHERE episode_trigger.person_id = '
            'episode.person_id AND episode_trigger.number = episode.number AND '
            'episode_trigger.trigger_id = :trigger))',
 'min_pain': ' AND episode.pain >= :min_pain'}

ORDERS = {'oldest': ' ORDER BY episode.night, episode.started_at, episode.number',
 'newest': ' ORDER BY episode.night DESC, episode.started_at DESC, episode.number DESC',
 'number': ' ORDER BY episode.number'}

KEYS = {'episode': ('person_id', 'number'),
 'timer': ('person_id',),
 'night': ('person_id', 'night'),
 'profile': ('person_id', 'key'),
 'condition': ('person_id', 'uid'),
 'symptom': ('person_id', 'uid'),
 'medicine': ('person_id', 'uid'),
 'visit': ('person_id', 'uid'),
 'snooze': ('person_id', 'rule_id')}

COLUMNS = {'episode': ('person_id',
             'number',
             'uid',
             'night',
             'started_at',
             'utc_offset',
             'zone',
             'time_is_approximate',
             'daytime',
             'duration_seconds',
             'duration_is_estimate',
             'type',
             'spread',
             'pain',
             'woke',
             'sore',
             'numb',
             'hard',
             'twitching',
             'note',
             'recorded_at',
             'recorded_offset',
             'source',
             'deleted_at'),
 'site': ('person_id', 'number', 'position', 'muscle', 'side'),
 'episode_trigger': ('person_id', 'number', 'position', 'trigger_id'),
 'episode_remedy': ('person_id',
                    'number',
                    'position',
                    'remedy_id',
                    'helped',
                    'relief_seconds',
                    'not_helped'),
 'timer': ('person_id',
           'started_at',
           'utc_offset',
           'zone',
           'time_is_approximate',
           'words',
           'note',
           'recorded_at'),
 'night': ('person_id', 'night', 'quiet', 'recorded_at', 'recorded_offset'),
 'night_factor': ('person_id', 'night', 'factor', 'value', 'recorded_at'),
 'profile': ('person_id', 'key', 'value', 'recorded_at'),
 'condition': ('person_id', 'uid', 'name', 'known', 'absent', 'since', 'until', 'recorded_at'),
 'symptom': ('person_id', 'uid', 'name', 'side', 'day', 'status', 'recorded_at'),
 'medicine': ('person_id', 'uid', 'name', 'known', 'started', 'stopped', 'recorded_at'),
 'dose': ('person_id', 'uid', 'position', 'text', 'since'),
 'visit': ('person_id', 'uid', 'day', 'who', 'done', 'recorded_at'),
 'snooze': ('person_id', 'rule_id', 'until_day', 'urgency', 'because', 'recorded_at'),
 'person': ('id',
            'uid',
            'name',
            'next_number',
            'next_act',
            'undo_top',
            'redo_top',
            'recorded_at',
            'removed_at'),
 'merged': ('person_id', 'entity', 'gid', 'uid', 'at', 'command', 'parents', 'state', 'since_act'),
 'difference': ('person_id', 'entity', 'key', 'field', 'others')}

CHILDREN = {'episode': ('site', 'episode_trigger', 'episode_remedy'),
 'night': ('night_factor',),
 'medicine': ('dose',)}

SCHEMA = ('CREATE TABLE person ( id INTEGER NOT NULL, uid TEXT NOT NULL, name TEXT NOT NULL, next_number '
 'INTEGER DEFAULT 1 NOT NULL, next_act INTEGER DEFAULT 1 NOT NULL, undo_top INTEGER, redo_top '
 'INTEGER, recorded_at INTEGER NOT NULL, removed_at INTEGER, CONSTRAINT pk_person PRIMARY KEY '
 '(id), CONSTRAINT uq_person_uid UNIQUE (uid), CONSTRAINT uq_person_name UNIQUE (name), CONSTRAINT '
 'ck_person_name CHECK (length(name) BETWEEN 1 AND 200) ) STRICT',
 'CREATE TABLE setting ( "key" TEXT NOT NULL, value TEXT NOT NULL, CONSTRAINT pk_setting PRIMARY '
 'KEY ("key") ) WITHOUT ROWID, STRICT',
 'CREATE TABLE act ( person_id INTEGER NOT NULL, id INTEGER NOT NULL, uid TEXT NOT NULL, command '
 'TEXT NOT NULL, said TEXT NOT NULL, at INTEGER NOT NULL, reverts INTEGER, beneath INTEGER, '
 'CONSTRAINT pk_act PRIMARY KEY (person_id, id), CONSTRAINT fk_act_person FOREIGN KEY(person_id) '
 'REFERENCES person (id) ) STRICT',
 'CREATE TABLE condition ( person_id INTEGER NOT NULL, uid TEXT NOT NULL, name TEXT NOT NULL, '
 'known INTEGER NOT NULL, absent INTEGER NOT NULL, since TEXT, until TEXT, recorded_at INTEGER NOT '
 'NULL, CONSTRAINT pk_condition PRIMARY KEY (person_id, uid), CONSTRAINT fk_condition_person '
 'FOREIGN KEY(person_id) REFERENCES person (id), CONSTRAINT ck_condition_known CHECK (known IN (0, '
 '1)), CONSTRAINT ck_condition_absent CHECK (absent IN (0, 1)) ) STRICT',
 'CREATE TABLE difference ( person_id INTEGER NOT NULL, entity TEXT NOT NULL, "key" TEXT NOT NULL, '
 'field TEXT NOT NULL, others TEXT NOT NULL, CONSTRAINT pk_difference PRIMARY KEY (person_id, '
 'entity, "key", field), CONSTRAINT fk_difference_person FOREIGN KEY(person_id) REFERENCES person '
 '(id) ) WITHOUT ROWID, STRICT',
 'CREATE TABLE episode ( person_id INTEGER NOT NULL, number INTEGER NOT NULL, uid TEXT NOT NULL, '
 'night INTEGER NOT NULL, started_at INTEGER NOT NULL, utc_offset INTEGER NOT NULL, zone TEXT, '
 'time_is_approximate INTEGER NOT NULL, daytime INTEGER NOT NULL, duration_seconds INTEGER, '
 'duration_is_estimate INTEGER NOT NULL, type TEXT, spread TEXT, pain INTEGER, woke INTEGER, sore '
 'INTEGER, numb INTEGER, hard INTEGER, twitching INTEGER, note TEXT, recorded_at INTEGER NOT NULL, '
 'recorded_offset INTEGER NOT NULL, source TEXT NOT NULL, deleted_at INTEGER, CONSTRAINT '
 'pk_episode PRIMARY KEY (person_id, number), CONSTRAINT uq_episode_person_id_uid UNIQUE '
 '(person_id, uid), CONSTRAINT ck_episode_utc_offset CHECK (utc_offset BETWEEN -93600 AND 93600), '
 'CONSTRAINT ck_episode_number CHECK (number > 0), CONSTRAINT fk_episode_person FOREIGN '
 'KEY(person_id) REFERENCES person (id), CONSTRAINT ck_episode_time_is_approximate CHECK '
 '(time_is_approximate IN (0, 1)), CONSTRAINT ck_episode_daytime CHECK (daytime IN (0, 1)), '
 'CONSTRAINT ck_episode_duration_seconds CHECK (duration_seconds BETWEEN 1 AND 86400), CONSTRAINT '
 'ck_episode_duration_is_estimate CHECK (duration_is_estimate IN (0, 1)), CONSTRAINT '
 "ck_episode_type CHECK (type IN ('tonic', 'clonic')), CONSTRAINT ck_episode_spread CHECK (spread "
 "IN ('localized', 'generalized')), CONSTRAINT ck_episode_pain CHECK (pain BETWEEN 0 AND 10), "
 'CONSTRAINT ck_episode_woke CHECK (woke IN (0, 1)), CONSTRAINT ck_episode_sore CHECK (sore IN (0, '
 '1)), CONSTRAINT ck_episode_numb CHECK (numb IN (0, 1)), CONSTRAINT ck_episode_hard CHECK (hard '
 'IN (0, 1)), CONSTRAINT ck_episode_twitching CHECK (twitching IN (0, 1)), CONSTRAINT '
 'ck_episode_note CHECK (length(note) BETWEEN 1 AND 10000) ) STRICT',
 'CREATE INDEX ix_episode_night ON episode (person_id, night, started_at, number, daytime) WHERE '
 'deleted_at IS NULL',
 'CREATE TABLE medicine ( person_id INTEGER NOT NULL, uid TEXT NOT NULL, name TEXT NOT NULL, known '
 'INTEGER NOT NULL, started TEXT, stopped TEXT, recorded_at INTEGER NOT NULL, CONSTRAINT '
 'pk_medicine PRIMARY KEY (person_id, uid), CONSTRAINT ck_medicine_in_order CHECK (stopped >= '
 'substr(started, 1, length(stopped))), CONSTRAINT fk_medicine_person FOREIGN KEY(person_id) '
 'REFERENCES person (id), CONSTRAINT ck_medicine_known CHECK (known IN (0, 1)) ) STRICT',
 'CREATE TABLE merged ( person_id INTEGER NOT NULL, entity TEXT NOT NULL, gid TEXT NOT NULL, uid '
 'TEXT NOT NULL, at INTEGER NOT NULL, command TEXT NOT NULL, parents TEXT NOT NULL, state TEXT, '
 'since_act INTEGER NOT NULL, CONSTRAINT pk_merged PRIMARY KEY (person_id, entity, gid, uid), '
 'CONSTRAINT fk_merged_person FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT',
 'CREATE TABLE night ( person_id INTEGER NOT NULL, night INTEGER NOT NULL, quiet INTEGER NOT NULL, '
 'recorded_at INTEGER NOT NULL, recorded_offset INTEGER NOT NULL, CONSTRAINT pk_night PRIMARY KEY '
 '(person_id, night), CONSTRAINT fk_night_person FOREIGN KEY(person_id) REFERENCES person (id), '
 'CONSTRAINT ck_night_quiet CHECK (quiet IN (0, 1)) ) WITHOUT ROWID, STRICT',
 'CREATE TABLE night_factor ( person_id INTEGER NOT NULL, night INTEGER NOT NULL, factor TEXT NOT '
 'NULL, value TEXT NOT NULL, recorded_at INTEGER NOT NULL, CONSTRAINT pk_night_factor PRIMARY KEY '
 '(person_id, night, factor), CONSTRAINT fk_night_factor_person FOREIGN KEY(person_id) REFERENCES '
 'person (id) ) WITHOUT ROWID, STRICT',
 'CREATE TABLE profile ( person_id INTEGER NOT NULL, "key" TEXT NOT NULL, value TEXT NOT NULL, '
 'recorded_at INTEGER NOT NULL, CONSTRAINT pk_profile PRIMARY KEY (person_id, "key"), CONSTRAINT '
 'fk_profile_person FOREIGN KEY(person_id) REFERENCES person (id) ) WITHOUT ROWID, STRICT',
 'CREATE TABLE snooze ( person_id INTEGER NOT NULL, rule_id TEXT NOT NULL, until_day INTEGER NOT '
 'NULL, urgency TEXT NOT NULL, because TEXT NOT NULL, recorded_at INTEGER NOT NULL, CONSTRAINT '
 'pk_snooze PRIMARY KEY (person_id, rule_id), CONSTRAINT fk_snooze_person FOREIGN KEY(person_id) '
 'REFERENCES person (id) ) WITHOUT ROWID, STRICT',
 'CREATE TABLE symptom ( person_id INTEGER NOT NULL, uid TEXT NOT NULL, name TEXT NOT NULL, side '
 'TEXT, day INTEGER NOT NULL, status TEXT NOT NULL, recorded_at INTEGER NOT NULL, CONSTRAINT '
 'pk_symptom PRIMARY KEY (person_id, uid), CONSTRAINT fk_symptom_person FOREIGN KEY(person_id) '
 "REFERENCES person (id), CONSTRAINT ck_symptom_side CHECK (side IN ('left', 'right', 'both')), "
 "CONSTRAINT ck_symptom_status CHECK (status IN ('present', 'gone', 'absent')) ) STRICT",
 'CREATE INDEX ix_symptom_day ON symptom (person_id, day)',
 'CREATE TABLE timer ( person_id INTEGER NOT NULL, started_at INTEGER NOT NULL, utc_offset INTEGER '
 'NOT NULL, zone TEXT, time_is_approximate INTEGER NOT NULL, words TEXT NOT NULL, note TEXT, '
 'recorded_at INTEGER NOT NULL, CONSTRAINT pk_timer PRIMARY KEY (person_id), CONSTRAINT '
 'fk_timer_person FOREIGN KEY(person_id) REFERENCES person (id), CONSTRAINT '
 'ck_timer_time_is_approximate CHECK (time_is_approximate IN (0, 1)) ) STRICT',
 'CREATE TABLE visit ( person_id INTEGER NOT NULL, uid TEXT NOT NULL, day INTEGER NOT NULL, who '
 'TEXT, done INTEGER NOT NULL, recorded_at INTEGER NOT NULL, CONSTRAINT pk_visit PRIMARY KEY '
 '(person_id, uid), CONSTRAINT fk_visit_person FOREIGN KEY(person_id) REFERENCES person (id), '
 'CONSTRAINT ck_visit_done CHECK (done IN (0, 1)) ) STRICT',
 'CREATE TABLE change ( person_id INTEGER NOT NULL, act_id INTEGER NOT NULL, position INTEGER NOT '
 'NULL, entity TEXT NOT NULL, "key" TEXT NOT NULL, "before" TEXT, CONSTRAINT pk_change PRIMARY KEY '
 '(person_id, act_id, position), CONSTRAINT fk_change_act FOREIGN KEY(person_id, act_id) '
 'REFERENCES act (person_id, id) ) WITHOUT ROWID, STRICT',
 'CREATE TABLE dose ( person_id INTEGER NOT NULL, uid TEXT NOT NULL, position INTEGER NOT NULL, '
 'text TEXT NOT NULL, since TEXT, CONSTRAINT pk_dose PRIMARY KEY (person_id, uid, position), '
 'CONSTRAINT fk_dose_medicine FOREIGN KEY(person_id, uid) REFERENCES medicine (person_id, uid) ON '
 'DELETE CASCADE ) WITHOUT ROWID, STRICT',
 'CREATE TABLE episode_remedy ( person_id INTEGER NOT NULL, number INTEGER NOT NULL, position '
 'INTEGER NOT NULL, remedy_id TEXT NOT NULL, helped INTEGER NOT NULL, relief_seconds INTEGER, '
 'not_helped INTEGER DEFAULT 0 NOT NULL, CONSTRAINT pk_episode_remedy PRIMARY KEY (person_id, '
 'number, position), CONSTRAINT fk_episode_remedy_episode FOREIGN KEY(person_id, number) '
 'REFERENCES episode (person_id, number) ON DELETE CASCADE, CONSTRAINT ck_episode_remedy_helped '
 'CHECK (helped IN (0, 1)), CONSTRAINT ck_episode_remedy_not_helped CHECK (not_helped IN (0, 1 - '
 'helped)) ) WITHOUT ROWID, STRICT',
 'CREATE TABLE episode_trigger ( person_id INTEGER NOT NULL, number INTEGER NOT NULL, position '
 'INTEGER NOT NULL, trigger_id TEXT NOT NULL, CONSTRAINT pk_episode_trigger PRIMARY KEY '
 '(person_id, number, position), CONSTRAINT fk_episode_trigger_episode FOREIGN KEY(person_id, '
 'number) REFERENCES episode (person_id, number) ON DELETE CASCADE ) WITHOUT ROWID, STRICT',
 'CREATE TABLE site ( person_id INTEGER NOT NULL, number INTEGER NOT NULL, position INTEGER NOT '
 'NULL, muscle TEXT NOT NULL, side TEXT, CONSTRAINT pk_site PRIMARY KEY (person_id, number, '
 'position), CONSTRAINT fk_site_episode FOREIGN KEY(person_id, number) REFERENCES episode '
 "(person_id, number) ON DELETE CASCADE, CONSTRAINT ck_site_muscle CHECK (muscle IN ('calf', "
 "'toes', 'foot', 'sole', 'shin', 'thigh', 'hamstring', 'quadriceps', 'leg', 'hand', 'other')), "
 "CONSTRAINT ck_site_side CHECK (side IN ('left', 'right', 'both')) ) WITHOUT ROWID, STRICT",
 'CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc '
 'PRIMARY KEY (version_num))')
