-- Lists of the desk that a person wants to see again: the words and filters of their address, under a name of her own.

CREATE TABLE desk_view (
    person TEXT   NOT NULL,
    name   TEXT   NOT NULL,
    list   TEXT   NOT NULL,
    query  TEXT   NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (person, name)
);

