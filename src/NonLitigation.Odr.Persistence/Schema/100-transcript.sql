-- The transcript only grows: neither the service nor the owner changes or removes what was said.
create or replace function room_entries_only_grow() returns trigger language plpgsql as $$
begin
    raise exception 'room_entries only grows (%)', tg_op using errcode = 'restrict_violation';
end $$;

create or replace trigger room_entries_only_grow before update or delete on room_entries
    for each row execute function room_entries_only_grow();
create or replace trigger room_entries_are_kept before truncate on room_entries
    for each statement execute function room_entries_only_grow();
