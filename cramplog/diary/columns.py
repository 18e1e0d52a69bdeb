"""Kinds of columns and keys for all tables of a diary."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


CHECK = "check"  # in a column's info: the condition that its values meet


def table(name: str, *parts: Column[int] | Column[str] | object, rowid: bool = True) -> Table:
    """Make a table with its columns' checks at its end.

    Alembic's autogenerate leaves out a CHECK inside a column, so migrated diaries would lack it.
    """
    made = Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)  # type: ignore[arg-type]
    for column in made.columns:
        if CHECK in column.info:
            made.append_constraint(CheckConstraint(column.info[CHECK], name=column.name))
    return made


def number_key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def text_key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


WHOLE = BigInteger().with_variant(Integer(), "sqlite")  # 64 bits on every engine


def number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, WHOLE, nullable=null)


def flag(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null, info={CHECK: f"{name} IN (0, 1)"})


def one_of(name: str, values: tuple[str, ...], *, null: bool = True) -> Column[str]:
    listed = ", ".join(f"'{value}'" for value in values)
    return Column(name, Text, nullable=null, info={CHECK: f"{name} IN ({listed})"})


def words(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def of_episode() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["person_id", "number"], ["episode.person_id", "episode.number"], ondelete="CASCADE"
    )


def of_person() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["person_id"], ["person.id"])
