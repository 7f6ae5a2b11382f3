-- An outcome's document, a frozen text and a given signature never change; what was consented to stays as it was.
-- But for the end of the term of retention, when the owner's function takes the contents away (400-retention.sql).
create or replace function settlements_are_kept() returns trigger language plpgsql as $$
begin
    if current_user <> 'odr_service' and is_erased(case_of_kept(tg_table_name, to_jsonb(old))) then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
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

-- No outcome without everybody's signature under the same bytes, whatever program writes it (人民调解法 29).
create or replace function outcomes_stand_on_one_text() returns trigger language plpgsql as $$
begin
    if not exists (select from signing_rounds r where r.id = new.round_id and r.agreement_id = new.agreement_id and r.hash = new.frozen_hash and r.voided_at is null)
        or not exists (select from signatures s where s.round_id = new.round_id and s.role = 'Seal')
        or exists (select from signatures s where s.round_id = new.round_id and s.signed_hash is distinct from new.frozen_hash)
    then
        raise exception 'outcome % does not stand on one signed text', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

drop trigger if exists outcomes_stand_on_one_text on outcomes;
create constraint trigger outcomes_stand_on_one_text after insert on outcomes deferrable initially deferred
    for each row execute function outcomes_stand_on_one_text();
create or replace trigger outcomes_are_kept before delete on outcomes
    for each row execute function settlements_are_kept();
create or replace trigger outcomes_do_not_change before update on outcomes
    for each row when ((old.agreement_id, old.case_id, old.round_id, old.frozen_hash, old.code, old.effective_at)
        is distinct from (new.agreement_id, new.case_id, new.round_id, new.frozen_hash, new.code, new.effective_at)) execute function settlements_are_kept();
create or replace trigger void_rounds_stay_void before update on signing_rounds
    for each row when (old.voided_at is not null and new.voided_at is distinct from old.voided_at) execute function settlements_are_kept();

-- A packet leaves as it was made, whenever it is sent again; a receipt, once given, stays.
create or replace trigger partner_packets_do_not_change before update on partner_filings
    for each row when (old.packet is distinct from new.packet or old.packet_sha256 is distinct from new.packet_sha256
        or (old.receipt is not null and new.receipt is distinct from old.receipt)) execute function settlements_are_kept();
create or replace trigger partner_filings_are_kept before delete on partner_filings
    for each row execute function settlements_are_kept();
create or replace trigger confirmations_are_kept before delete on confirmations
    for each row execute function settlements_are_kept();
-- An acceptance of enforcement is a declaration: it stays as it was given (公证法 37).
create or replace trigger enforcement_acceptances_are_kept before update or delete on enforcement_acceptances
    for each row execute function settlements_are_kept();
create or replace trigger route_applications_are_kept before delete on route_applications
    for each row execute function settlements_are_kept();
-- Who applied for what, with which words of consent, and what was granted when, never changes afterwards.
create or replace trigger route_applications_do_not_change before update on route_applications
    for each row when ((old.case_id, old.act, old.party_id, old.items, old.consent) is distinct from (new.case_id, new.act, new.party_id, new.items, new.consent)
        or (old.granted_at is not null and new.granted_at is distinct from old.granted_at)
        or (old.collected_at is not null and new.collected_at is distinct from old.collected_at)) execute function settlements_are_kept();
-- Neither satisfaction nor a complaint changes once it is said; an answer, once given, stays.
create or replace trigger party_opinions_are_kept before update or delete on party_opinions
    for each row execute function settlements_are_kept();
create or replace trigger complaints_are_kept before delete on complaints
    for each row execute function settlements_are_kept();
create or replace trigger complaints_do_not_change before update on complaints
    for each row when ((old.case_id, old.party_id, old.target, old.matter, old.text, old.organisation_id, old.filed_at)
        is distinct from (new.case_id, new.party_id, new.target, new.matter, new.text, new.organisation_id, new.filed_at) or old.answered_at is not null) execute function settlements_are_kept();
