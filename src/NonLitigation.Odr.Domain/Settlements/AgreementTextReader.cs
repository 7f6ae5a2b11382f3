using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Reads frozen bytes back; strict, so that every byte counts.</summary>
public static class AgreementTextReader
{
    /// <summary>Null unless the bytes are exactly what <see cref="AgreementText.CanonicalBytes"/> writes.</summary>
    public static AgreementText? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var agreement = CanonicalJsonReader.Parse(bytes) is CanonicalObject json ? Read(json) : null;
            return agreement is not null && agreement.CanonicalBytes().AsSpan().SequenceEqual(bytes) ? agreement : null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException or RefusalException)
        {
            return null;
        }
    }

    private static AgreementText? Read(CanonicalObject json)
    {
        if (json.Text("format") != AgreementText.Format || json["parties"] is not CanonicalArray parties
            || json["clauses"] is not CanonicalArray clauses || json["obligations"] is not CanonicalArray obligations) return null;
        return new(Guid.ParseExact(Need(json, "agreementId"), "D"), checked((int)(json.Number("version") ?? 0)), Need(json, "caseNumber"),
            Need(json, "organisation"), Need(json, "mediator"), [.. parties.OfType<CanonicalObject>().Select(Party)], Need(json, "facts"),
            [.. clauses.OfType<CanonicalString>().Select(clause => clause.Value)], [.. obligations.OfType<CanonicalObject>().Select(Obligation)]);
    }

    private static AgreementParty Party(CanonicalObject json) => new(Guid.ParseExact(Need(json, "partyId"), "D"), Need(json, "role"),
        Need(json, "name"), json.Text("idNumber"), json.Text("phone"), json.Text("representedBy"));

    private static AgreementObligation Obligation(CanonicalObject json) => new(Guid.ParseExact(Need(json, "obligor"), "D"),
        Guid.ParseExact(Need(json, "obligee"), "D"), json.Number("amountFen") is { } fen ? new Money(fen) : null, Need(json, "what"), Need(json, "manner"),
        json.Text("dueOn") is { } due ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null)
    {
        JointObligorPartyIds = json["jointObligors"] is CanonicalArray joint ? [.. joint.OfType<CanonicalString>().Select(party => Guid.ParseExact(party.Value, "D"))] : [],
    };

    private static string Need(CanonicalObject json, string name) => json.Text(name) ?? throw new FormatException($"No {name}.");
}
