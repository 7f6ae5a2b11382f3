using System.Globalization;
using System.Text;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;
using PartyRole = NonLitigation.Odr.Contracts.Cases.PartyRole;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>The application as people read it, and the terms with their articles.</summary>
internal static class CaseFileWords
{
    public static string Application(CaseView view)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{view.Number}\n{view.Title}\n{view.OrganisationName}\n\n");
        foreach (var party in view.Parties)
            text.Append(CultureInfo.InvariantCulture, $"{(party.Role == PartyRole.Applicant ? "申请人" : "被申请人")}：{party.Name}{(party.RepresentativeName is { } acts ? $"（代理人：{acts}）" : "")}　{party.Place}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n事情经过：\n{view.WhatHappened}\n\n请求：\n");
        foreach (var (at, claim) in view.Claims.Index())
            text.Append(CultureInfo.InvariantCulture, $"{at + 1}. {claim.Text}{(claim.AmountFen is { } fen ? $"　{new Money(fen).ToFigures()}元" : "")}\n");
        return text.ToString();
    }

    public static IReadOnlyList<TermOfAFile> Terms(Case file)
    {
        var terms = new List<TermOfAFile>();
        if (CaseClocks.OfMediation(file) is { } mediation) terms.Add(Of(mediation));
        if (file.Stage == Domain.Cases.CaseStage.Agreed && file.EndedAt is { } ended) terms.Add(Of(Deadline.Of(LawRules.ConfirmApply, ended)));
        return terms;
    }

    private static TermOfAFile Of(Deadline one) => new(one.Rule.Citation, one.Rule.Zh, one.Rule.En, one.StartedAt, one.DueAt, one.Verified);
}

/// <summary>One term in the copy of a file.</summary>
internal sealed record TermOfAFile(string Article, string Zh, string En, DateTimeOffset StartedAt, DateTimeOffset DueAt, bool Verified);
