using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>The presiding mediator's private notes about a case. Whoever presides after him begins with an empty page and never sees the old one.</summary>
public sealed class KeepNotes(OdrDb db, CaseAccess access, IDataProtectionProvider protection, TimeProvider time)
{
    public async Task<CaseNotesView> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.PresidingNotes);
        return await FindAsync(facts, cancellation) is { } notes ? View(notes) : new("", 0, null);
    }

    /// <exception cref="RefusalException"><see cref="NotesRules.ChangedElsewhere"/> when another page of his has written since.</exception>
    public async Task<CaseNotesView> Handle(Caller caller, Guid caseId, WriteCaseNotesRequest request, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.PresidingNotes);
        var text = CaseNotes.Said(request.Text);
        var notes = await FindAsync(facts, cancellation);
        // An answer that was lost is asked for again: what stands there already is no change.
        if (notes is not null && notes.Version == request.BasedOn + 1 && Open(notes) == text) return View(notes);
        if (notes is null) db.Add(notes = new CaseNotes(caseId, facts.PersonId));
        notes.Write(request.BasedOn, Of(notes).Protect(Encoding.UTF8.GetBytes(text)), time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two pages wrote at the same moment, or both began: the other one was first.
            throw NotesRules.ChangedElsewhere.Refused();
        }
        return View(notes);
    }

    private Task<CaseNotes?> FindAsync(CaseFacts facts, CancellationToken cancellation) =>
        db.Set<CaseNotes>().FirstOrDefaultAsync(one => one.CaseId == facts.Case.Id && one.PersonId == facts.PersonId, cancellation);

    /// <summary>Bound to case and person: a row copied to another opens for nobody.</summary>
    private IDataProtector Of(CaseNotes notes) => protection.CreateProtector("NonLitigation.Odr.CaseNotes", notes.CaseId.ToString("N"), notes.PersonId.ToString("N"));

    private CaseNotesView View(CaseNotes notes) => new(Open(notes), notes.Version, notes.ChangedAt);

    private string Open(CaseNotes notes)
    {
        try
        {
            return Encoding.UTF8.GetString(Of(notes).Unprotect(notes.Sealed));
        }
        catch (CryptographicException)
        {
            throw NotesRules.Unreadable.Refused();
        }
    }
}
