using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Checks an application field by field, so that the form can say each fault beside its field.</summary>
public static class CaseForm
{
    public const int LongestTitle = 120, LongestStory = 10_000, LongestClaim = 2_000, LongestReason = 2_000, LongestPlace = 200;
    public const int MostRespondents = 30, MostClaims = 50;

    /// <summary>The application with texts trimmed and contacts in normal form.</summary>
    /// <exception cref="RefusalException"><see cref="CasesRules.FormHasErrors"/> with every fault in <see cref="RefusalReason.Fields"/>.</exception>
    public static CaseApplication Check(CaseApplication application)
    {
        var faults = new SortedDictionary<string, RefusalReason>(StringComparer.Ordinal);
        var form = new FieldChecks(faults);
        var title = form.Line("title", application.Title, LongestTitle);
        var story = form.Story("whatHappened", application.WhatHappened, LongestStory);
        form.Require("kind", Enum.IsDefined(application.Kind), CaseFormRules.Choose);
        form.Require("respondents", application.Respondents.Count > 0, CaseFormRules.NoRespondent);
        form.Require("respondents", application.Respondents.Count <= MostRespondents, CaseFormRules.TooManyRespondents);
        form.Require("claims", application.Claims.Count > 0, CaseFormRules.NoClaim);
        form.Require("claims", application.Claims.Count <= MostClaims, CaseFormRules.TooManyClaims);
        var applicant = form.Party("applicant", application.Applicant);
        var together = application.CoApplicants.Take(MostRespondents).Select((party, at) => form.Party($"coApplicants[{at}]", party)).ToList();
        form.Require("coApplicants", application.CoApplicants.Count <= MostRespondents, CaseFormRules.TooManyApplicants);
        var respondents = application.Respondents.Take(MostRespondents).Select((party, at) => form.Party($"respondents[{at}]", party, contactMayBeUnknown: true)).ToList();
        var claims = application.Claims.Take(MostClaims).Select((claim, at) => Claim(form, $"claims[{at}]", claim, respondents.Count)).ToList();
        EachHasHisOwnContact(form, applicant, ("coApplicants", together), ("respondents", respondents));
        if (faults.Count > 0) throw (CasesRules.FormHasErrors with { Fields = faults }).Refused();
        return new CaseApplication(application.Kind, title, story, applicant, respondents, claims) { CoApplicants = together };
    }

    public static bool IsReason(string? text) =>
        !string.IsNullOrWhiteSpace(text) && PlainText.Length(text) <= LongestReason && PlainText.IsClean(text, severalLines: true);

    private static ClaimDetails Claim(FieldChecks form, string field, ClaimDetails claim, int respondents)
    {
        var text = form.Story($"{field}.text", claim.Text, LongestClaim);
        form.Require($"{field}.amountFen", claim.AmountFen is null or (> 0 and <= Money.LargestFen), CaseFormRules.Amount);
        form.Require($"{field}.against", claim.Against.Count > 0 && claim.Against.All(at => at >= 0 && at < respondents), CaseFormRules.Against);
        return claim with { Text = text };
    }

    private static void EachHasHisOwnContact(FieldChecks form, PartyDetails applicant, params (string Field, List<PartyDetails> Parties)[] groups)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { applicant.Contact };
        foreach (var (field, parties) in groups)
            for (var at = 0; at < parties.Count; at++)
                form.Require($"{field}[{at}].contact", parties[at].Contact.Length == 0 || seen.Add(parties[at].Contact), CaseFormRules.ContactTwice);
    }

    /// <summary>One place that collects the faults; every check gives back the cleaned value.</summary>
    private sealed class FieldChecks(IDictionary<string, RefusalReason> faults)
    {
        internal void Require(string field, bool holds, RefusalReason reason)
        {
            if (!holds) faults.TryAdd(field, reason);
        }

        internal string Line(string field, string? text, int longest) => Text(field, text, longest, severalLines: false);

        internal string Story(string field, string? text, int longest) => Text(field, text, longest, severalLines: true);

        internal PartyDetails Party(string field, PartyDetails party, bool contactMayBeUnknown = false)
        {
            var organisation = party.Nature == PartyNature.Organisation;
            Require($"{field}.nature", Enum.IsDefined(party.Nature), CaseFormRules.Choose);
            var unknown = contactMayBeUnknown && string.IsNullOrWhiteSpace(party.Contact);
            Require($"{field}.contact", Contact.TryParse(party.Contact, out var contact) || unknown, CaseFormRules.Contact);
            var idNumber = Optional($"{field}.idNumber", party.IdNumber, 40);
            Require($"{field}.idNumber", idNumber is null || IdNumbers.IsPlausible(idNumber, party.Nature), CaseFormRules.IdNumber);
            return new PartyDetails(
                Line($"{field}.name", party.Name, organisation ? 120 : 60), contact?.Value ?? "", Optional($"{field}.place", party.Place, LongestPlace),
                party.Nature, idNumber, Optional($"{field}.representativeName", party.RepresentativeName, 60));
        }

        private string? Optional(string field, string? text, int longest) => string.IsNullOrWhiteSpace(text) ? null : Line(field, text, longest);

        private string Text(string field, string? text, int longest, bool severalLines)
        {
            var clean = text?.Trim().ReplaceLineEndings("\n") ?? "";
            Require(field, clean.Length > 0, SharedRules.TextIsEmpty);
            Require(field, PlainText.IsClean(clean, severalLines), CaseFormRules.StrangeCharacters);
            Require(field, PlainText.Length(clean) <= longest, CaseFormRules.TooLong(longest));
            return clean;
        }
    }
}
