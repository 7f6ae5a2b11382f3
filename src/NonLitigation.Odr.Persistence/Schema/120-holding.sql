-- What a party wrote while messages were held stays as he wrote it; a decision about it is given once. Only its words go, once they stand in the record.
create or replace function held_messages_are_kept() returns trigger language plpgsql as $$
begin
    if old.state <> 'Waiting' and (to_jsonb(new) - 'taken_at') is distinct from (to_jsonb(old) - 'taken_at')
        or (new.id, new.room_id, new.author_id, new.client_message_id, new.reply_to, new.written_at) is distinct from (old.id, old.room_id, old.author_id, old.client_message_id, old.reply_to, old.written_at)
        or (new.text is distinct from old.text and not (new.state = 'Released' and new.text = ''))
    then
        raise exception 'held_messages are kept as they were (%)', tg_op using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create or replace trigger held_messages_are_kept before update on held_messages for each row execute function held_messages_are_kept();
