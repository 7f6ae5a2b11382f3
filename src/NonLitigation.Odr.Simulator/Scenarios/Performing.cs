using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>After the effect: who owes reports, who is owed confirms, until nothing is left.</summary>
internal sealed class Performing(Journal journal, Guid caseId)
{
    private string Path => $"/api/cases/{caseId}/performance";

    /// <summary>The first owner pays in two parts, the second at once.</summary>
    public async Task Play(DemoPerson mediator, DemoPerson obligee, DemoPerson first, long firstSum, DemoPerson second, long secondSum)
    {
        const long firstPart = 100_000;
        await Report(first, 1, firstSum, "银行转账，分两笔");
        var part = await Confirm(obligee, 1, firstPart);
        journal.Require(part.State == ObligationState.PartlyPerformed && part.RestFen == firstSum - firstPart, "what has not arrived is still owed");
        await Report(first, 1, firstSum - firstPart, "第二笔");
        await Confirm(obligee, 1, firstSum - firstPart);
        journal.Require((await Read(second)).Obligations is [{ Number: 2 }], $"{second.Name} sees his own debt and not that of {first.Name}");
        await Report(second, 2, secondSum, "银行转账");
        await Confirm(obligee, 2, secondSum);
        var done = await Read(mediator);
        journal.Require(done.ClosedAt is not null && done.Obligations.All(one => one.State == ObligationState.Performed), "both sums are performed, and the performance is closed");
        await FollowUp(mediator, (obligee, 5), (first, 4), (second, 4));
    }

    /// <summary>回访: each says for himself how it went; the mediator learns whether it was performed, only the organisation how satisfied people are.</summary>
    private async Task FollowUp(DemoPerson mediator, params (DemoPerson Party, int Satisfaction)[] answers)
    {
        foreach (var (party, satisfaction) in answers)
        {
            var request = new AnswerFollowUpRequest(Guid.CreateVersion7(), FollowUpFinding.Performed, satisfaction, "");
            var after = await party.Http.Post<PerformanceView>($"{Path}/follow-up", request);
            journal.Step(party.Name, $"answers the follow-up: performed, {satisfaction} of 5");
            journal.Require(after.FollowUp.Mine?.Satisfaction == satisfaction && after.FollowUp.Answers.Count == 0, $"{party.Name} sees his own answer and no other");
        }
        var seen = (await Read(mediator)).FollowUp;
        journal.Require(seen.Answers.Count == answers.Length && seen.Waiting.Count == 0, "the mediator has every party's answer, and nobody is left to be asked");
        journal.Require(seen.Answers.All(one => one is { Satisfaction: null, Note: null }), "what was said of his work the mediator does not see");
    }

    private Task<PerformanceView> Read(DemoPerson reader) => reader.Http.Get<PerformanceView>(Path);

    /// <summary>Sent twice with one id, as over a bad line; it counts once.</summary>
    private async Task Report(DemoPerson obligor, int number, long fen, string note)
    {
        var view = await Read(obligor);
        var request = new ReportPerformanceRequest(Guid.CreateVersion7(), fen, view.Today, note);
        await obligor.Http.Post<PerformanceView>($"{Path}/{number}/report", request);
        var again = Of(await obligor.Http.Post<PerformanceView>($"{Path}/{number}/report", request), number);
        journal.Step(obligor.Name, $"reports a payment of {Figures(fen)}");
        journal.Require(again.Unanswered.Count == 1 && again.Unanswered[0].AmountFen == fen, "a report that is sent twice stands there once");
    }

    /// <summary>Answers the one report that waits.</summary>
    private async Task<FollowedObligationView> Confirm(DemoPerson obligee, int number, long fen)
    {
        var report = Of(await Read(obligee), number).Unanswered.Single();
        var after = Of(await obligee.Http.Post<PerformanceView>($"{Path}/{number}/confirm", new ConfirmPerformanceRequest(Guid.CreateVersion7(), report.Id, fen, false, null)), number);
        journal.Step(obligee.Name, $"confirms {Figures(fen)}; left is {after.RestFigures}, the obligation is now {after.State}");
        return after;
    }

    private static FollowedObligationView Of(PerformanceView view, int number) => view.Obligations.Single(one => one.Number == number);

    private static string Figures(long fen) => $"{fen / 100m:#,##0.00} yuan";
}
