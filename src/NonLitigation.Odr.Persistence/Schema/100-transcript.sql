-- The transcript only grows: neither the service nor the owner changes or removes what was said. One thing the law may ask for: the owner,
-- who has first written down why, takes body and salt away. What they were committed to stays, and with it every hash and every proof.
create or replace function room_entries_only_grow() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.body is null and new.salt is null and (to_jsonb(new) - 'body' - 'salt') = (to_jsonb(old) - 'body' - 'salt')
            and exists (select from entry_erasures e where e.room_id = old.room_id and e.sequence = old.sequence)
        then
            return new;
        end if;
        -- At the end of a case's term of retention the author's name goes too (400-retention.sql): the entry's hash stays as the leaf it was.
        if new.body is null and new.salt is null and new.author_name = '' and (to_jsonb(new) - 'body' - 'salt' - 'author_name') = (to_jsonb(old) - 'body' - 'salt' - 'author_name')
            and current_user <> 'odr_service' and exists (select from rooms r join case_erasures c on c.case_id = r.case_id where r.id = old.room_id)
        then
            return new;
        end if;
    end if;
    raise exception 'room_entries only grows (%)', tg_op using errcode = 'restrict_violation';
end $$;

create or replace trigger room_entries_only_grow before update or delete on room_entries
    for each row execute function room_entries_only_grow();
create or replace trigger room_entries_are_kept before truncate on room_entries
    for each statement execute function room_entries_only_grow();

-- No plan asks what lies in these columns: to sample and sort them was a quarter of the database's work while entries came in.
alter table room_entries alter column audience set statistics 0, alter column body set statistics 0, alter column salt set statistics 0,
    alter column commitment set statistics 0, alter column previous_hash set statistics 0, alter column entry_hash set statistics 0;

-- How much of a room is unread is counted for every room of a list: by the index alone, whatever lies in the table.
do $$
begin
    if (select indnatts = indnkeyatts from pg_index where indexrelid = 'pk_room_entries'::regclass) then
        alter table room_entries drop constraint pk_room_entries, add constraint pk_room_entries primary key (room_id, sequence) include (kind, author_id);
    end if;
end $$;

-- What was published, and why a body is gone, is only ever added to.
create or replace function only_grows() returns trigger language plpgsql as $$
begin
    raise exception '% only grows (%)', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

do $$
declare name text;
begin
    foreach name in array array['log_leaves', 'room_checkpoints', 'log_checkpoints', 'log_timestamps', 'entry_erasures'] loop
        execute format('create or replace trigger %1$s_only_grows before update or delete on %1$s for each row execute function only_grows()', name);
        execute format('create or replace trigger %1$s_is_kept before truncate on %1$s for each statement execute function only_grows()', name);
    end loop;
end $$;
