using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>The zone a person lives by: told by his browser, changed by himself.</summary>
public sealed class SetTimeZone(OdrDb db)
{
    public async Task Handle(Caller caller, SetTimeZoneRequest request, CancellationToken cancellation)
    {
        AccountsRules.TimeZoneUnknown.When(!TimeZones.IsKnown(request.TimeZone));
        var person = caller.Person;
        await db.Set<Account>().Where(one => one.Id == person).ExecuteUpdateAsync(set => set.SetProperty(one => one.TimeZone, request.TimeZone), cancellation);
    }
}
