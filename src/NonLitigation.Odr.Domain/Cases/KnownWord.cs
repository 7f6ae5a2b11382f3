namespace NonLitigation.Odr.Domain.Cases;

/// <summary>What was recognised. Of a person or body: the whole name, or a part of it that may also be an ordinary word.</summary>
public enum RecognisedKind { Name, PartOfName, Contact, IdNumber, Account, Plate, CaseNumber, Address, PartOfAddress }

/// <summary>A neutral word for somebody or something, in both languages.</summary>
public sealed record NeutralLabel(string Zh, string En)
{
    public static readonly NeutralLabel Contact = new("[电话]", "[phone]"), Mail = new("[邮箱]", "[e-mail]"), IdNumber = new("[证件号]", "[ID number]"), Account = new("[号码]", "[number]"),
        Plate = new("[车船号]", "[plate]"), CaseNumber = new("[案号]", "[case number]"), Address = new("[地址]", "[address]");

    public string In(bool english) => english ? En : Zh;
}

/// <summary>A word by which the case or its people could be recognised.</summary>
public sealed record KnownWord(string Text, RecognisedKind Kind, NeutralLabel Label);

/// <summary>Somebody whom the case knows, under the neutral name that he gets.</summary>
public sealed record KnownPerson(string Name, bool IsOrganisation, NeutralLabel Label, string? Contact = null, string? IdNumber = null, string? Place = null, string? Representative = null)
{
    /// <summary>Parties by their side: 甲方 those who apply, 乙方 the others; numbered where a side has several.</summary>
    public static IEnumerable<KnownPerson> PartiesOf(Case file)
    {
        foreach (var side in new[] { PartyRole.Applicant, PartyRole.Respondent })
        {
            var parties = file.Parties.Where(party => party.Role == side).OrderBy(party => party.Position).ToList();
            for (var at = 0; at < parties.Count; at++)
            {
                var (party, number) = (parties[at], parties.Count == 1 ? "" : $"{at + 1}");
                yield return new(party.Name, party.Nature == PartyNature.Organisation, LabelOf(side, number), party.Contact, party.IdNumber, party.Place, party.RepresentativeName);
            }
        }
    }

    /// <param name="number">Empty where the side has one party.</param>
    public static NeutralLabel LabelOf(PartyRole side, string number) => side == PartyRole.Applicant ? new("甲方" + number, "Party A" + number) : new("乙方" + number, "Party B" + number);

    public static NeutralLabel RepresentativeOf(NeutralLabel party) => new(party.Zh + "代理人", party.En + "’s representative");
}
