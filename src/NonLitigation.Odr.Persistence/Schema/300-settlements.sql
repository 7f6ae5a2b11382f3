-- An outcome's document, a frozen text and a given signature never change; what was consented to stays as it was.
create or replace function settlements_are_kept() returns trigger language plpgsql as $$
begin
    raise exception '% is kept as it was (%)', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create or replace trigger outcome_documents_are_kept before update or delete on outcome_documents
    for each row execute function settlements_are_kept();
create or replace trigger frozen_texts_are_kept before delete on signing_rounds
    for each row execute function settlements_are_kept();
create or replace trigger frozen_texts_do_not_change before update on signing_rounds
    for each row when (old.text is distinct from new.text or old.hash is distinct from new.hash) execute function settlements_are_kept();
create or replace trigger signatures_are_kept before delete on signatures
    for each row execute function settlements_are_kept();
create or replace trigger given_signatures_do_not_change before update on signatures
    for each row when (old.signed_at is not null or old.declined_at is not null) execute function settlements_are_kept();
