using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>The account of whoever can be reached at a contact: that of the staff or of a person who has entered with it, or a new one that its holder enters by a code.</summary>
public sealed class AccountOfAContact(OdrDb db, UserManager<Account> accounts, TimeProvider time)
{
    /// <summary>Call it inside a transaction of the request's context.</summary>
    public async Task<Guid> FindOrMakeAsync(Contact contact, string name, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({contact.Value}, 13))", cancellation);
        var known = await db.Set<Account>().Where(one => one.PhoneNumber == contact.Value || one.Email == contact.Value || one.UserName == contact.Value)
            .OrderBy(one => one.PasswordHash == null).ThenBy(one => one.CreatedAt).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        if (known is { } id) return id;
        var mail = contact.Channel == ContactChannel.Email;
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = contact.Value, DisplayName = name, CreatedAt = time.GetUtcNow(), PhoneNumber = mail ? null : contact.Value, Email = mail ? contact.Value : null,
        };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account.Id : throw new InvalidOperationException(string.Join("; ", made.Errors.Select(error => error.Code)));
    }
}
