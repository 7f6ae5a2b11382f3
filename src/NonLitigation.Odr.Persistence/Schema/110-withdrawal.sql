-- What nobody else has read yet its author may take back: the text goes, the entry and every proof stay, and why it went is written down. The one way in
-- which the service's role can make a text go, for it owns nothing: a function of the owner's that looks at all of it itself.
-- Returns 'withdrawn', 'repeated' (he has taken it back before), 'read' (somebody has read it), or null (there is no such message of his).
create or replace function withdraw_message(room uuid, message bigint, person uuid, at timestamptz) returns text
    language plpgsql security definer set search_path = public as $$
declare
    gone boolean;
begin
    -- Who commits first has it. Others who mark it as read at this moment wait here, on their row or, the first time, on the head (ReadPositions), and then
    -- have read that it was taken back; a mark that is under way is waited for, and seen below.
    perform 1 from room_heads h where h.room_id = room for update;
    perform 1 from read_positions p where p.room_id = room order by p.person_id for update;
    select e.body is null into gone from room_entries e
        where e.room_id = room and e.sequence = message and e.author_id = person and e.kind = 'Message' for update;
    if not found then return null; end if;
    if gone then
        return case when exists (select from entry_erasures r where r.room_id = room and r.sequence = message and r.reason = 'withdrawn') then 'repeated' end;
    end if;
    if exists (select from read_positions p where p.room_id = room and p.person_id <> person and p.sequence >= message) then return 'read'; end if;
    insert into entry_erasures (room_id, sequence, reason, erased_at) values (room, message, 'withdrawn', at);
    update room_entries set body = null, salt = null where room_id = room and sequence = message;
    return 'withdrawn';
end $$;
revoke execute on function withdraw_message(uuid, bigint, uuid, timestamptz) from public;
grant execute on function withdraw_message(uuid, bigint, uuid, timestamptz) to odr_service;
