using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>The account of whoever can be reached at a contact. Call it inside a transaction of the request's context.</summary>
public sealed class AccountOfAContact(OdrDb db, UserManager<Account> accounts, TimeProvider time)
{
    /// <summary>That of the staff or of a person who has entered with it, or a new one that its holder enters by a code.</summary>
    public async Task<Guid> FindOrMakeAsync(Contact contact, string name, CancellationToken cancellation)
    {
        await LockAsync(contact.Value, cancellation);
        var known = await db.Set<Account>().Where(one => one.PhoneNumber == contact.Value || one.Email == contact.Value || one.UserName == contact.Value)
            .OrderBy(one => one.PasswordHash == null).ThenBy(one => one.CreatedAt).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        return known ?? (await MakeAsync(contact.Value, name, proven: false)).Id;
    }

    /// <summary>Until the transaction ends nobody else makes one for this contact.</summary>
    internal Task LockAsync(string contact, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({contact}, 13))", cancellation);

    /// <param name="contact">A telephone number or a mail address, as <see cref="Contact.Value"/>.</param>
    /// <param name="proven">Whoever asks has shown that it is his.</param>
    internal async Task<Account> MakeAsync(string contact, string name, bool proven)
    {
        var mail = contact.Contains('@', StringComparison.Ordinal);
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = contact, DisplayName = name, CreatedAt = time.GetUtcNow(),
            PhoneNumber = mail ? null : contact, PhoneNumberConfirmed = proven && !mail, Email = mail ? contact : null, EmailConfirmed = proven && mail,
        };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new InvalidOperationException(string.Join("; ", made.Errors.Select(error => error.Code)));
    }
}
