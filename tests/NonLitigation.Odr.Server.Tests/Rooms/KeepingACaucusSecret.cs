using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Evidence;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Shared;
using NonLitigation.Odr.Server.Tests.Visibility;
using SkiaSharp;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>
/// Failure-mode row K1. Ten thousand canaries go into a caucus by every way there is; every byte to everybody else, to Redis, into logs and
/// traces is kept, and not one canary is in it.
/// </summary>
public sealed class KeepingACaucusSecret
{
    private const string Canary = "k1canary";
    private static int _canaries;

    private static string New() => $"{Canary}{Interlocked.Increment(ref _canaries)}";

    /// <summary>Twenty-five at once, so that ten thousand take four hundred messages.</summary>
    private static string Many() => string.Join(' ', Enumerable.Range(0, 25).Select(_ => New()));

    [Fact]
    public async Task From_everybody_outside_whatever_was_said_shown_or_offered_there()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var monitor = await RedisMonitor.StartAsync(redis.Address);
        using var log = new LogBook();
        var traces = new ConcurrentQueue<string>();
        using var listener = Listen(traces);
        await using var town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(2, redis.Address, builder =>
        {
            RoomCluster.Quick(builder);
            log.Keep(builder);
        }));
        var caseId = await town.MediateAsync();
        var stranger = await town.PersonAsync("冯旁人");
        var outside = new[] { town.Li, town.Wu, town.Ma, town.Zhao, town.UnionOperator, town.CityOperator, stranger };
        var joint = (await town.Li.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        await using var wang = await TestPage.OpenAsync(town.Cluster, town.Wang.Id, 0);
        await using var zhou = await TestPage.OpenAsync(town.Cluster, town.Zhou.Id, 1);
        var ears = new List<RawPage>();
        for (var at = 0; at < outside.Length; at++) ears.Add(await RawPage.OpenAsync(town.Cluster, outside[at].Cookie!, at));
        await wang.EnterAsync(joint);
        foreach (var (ear, person) in new[] { (ears[0], town.Li), (ears[1], town.Wu) })
        {
            await ear.CallAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(joint, 1));
            await wang.AdmitAsync(joint, person.Id);
            await ear.CallAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(joint, 1));
        }
        await wang.OpenSessionAsync(joint);

        var parties = (await town.Zhou.GetAsync($"api/cases/{caseId}")).As<CaseView>().Parties;
        var (liParty, zhouParty) = (parties.Single(party => party.Name == "李海生").Id, parties.Single(party => party.IsMe).Id);
        var caucus = (await wang.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(caseId, zhouParty))).Id;
        var ids = await SpeakAsync(town, wang, zhou, caseId, caucus, liParty, zhouParty);
        await wang.PostAsync(joint, "大家继续。");
        foreach (var ear in ears.Take(2)) await UntilAsync(() => ear.Received.Contains("大家继续", StringComparison.Ordinal));
        await Task.Delay(1_500); // longer than a heartbeat

        Assert.True(_canaries >= 10_000, $"only {_canaries} canaries");
        // Those in the caucus do get them: so the search could find something.
        Assert.True(Count(string.Join(' ', zhou.Posted.Select(entry => entry.Body.ToString()))) > 5_000);
        Assert.Contains(Canary, (await town.Zhou.GetAsync($"api/rooms/{caucus}/entries")).Text, StringComparison.Ordinal);
        Assert.Contains(Canary, (await town.Wang.GetAsync($"api/cases/{caseId}/agreement")).Text, StringComparison.Ordinal);

        foreach (var ear in ears) Assert.Equal(0, Count(ear.Received));
        Assert.Contains("大家继续", ears[0].Received, StringComparison.Ordinal);
        var answers = await CrawlAsync(town, outside.Append(town.Nobody), [caseId, joint, caucus, .. ids]);
        Assert.True(answers.Count > 100 && answers.Any(answer => answer.Text.Contains("大家继续", StringComparison.Ordinal)), $"{answers.Count} answers");
        Assert.Empty(answers.Where(answer => Count(answer.Text) > 0).Select(answer => answer.What));
        Assert.Contains("PUBLISH", monitor.Seen, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, Count(monitor.Seen));
        Assert.DoesNotContain("大家继续", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(monitor.Seen)), StringComparison.Ordinal);
        Assert.Empty(log.Find(Canary).Take(3));
        Assert.True(log.Lines.Count > 1_000 && traces.Count > 1_000, $"{log.Lines.Count} lines, {traces.Count} spans");
        Assert.DoesNotContain(traces, span => span.Contains(Canary, StringComparison.Ordinal));
        foreach (var ear in ears) await ear.DisposeAsync();
    }

    /// <summary>Messages, replies, files and their names, proposals, answers, a counter, withdrawals, reasons, typing, read marks; and the draft of the agreement.</summary>
    private static async Task<List<Guid>> SpeakAsync(CaseTown town, TestPage wang, TestPage zhou, Guid caseId, Guid caucus, Guid liParty, Guid zhouParty)
    {
        await wang.EnterAsync(caucus);
        await zhou.EnterAsync(caucus);
        await wang.AdmitAsync(caucus, zhou.Person);
        var ids = new List<Guid>();
        long last = 0;
        for (var at = 0; at < 400; at += 20)
        {
            var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? wang : zhou).PostAsync(caucus, Many(), replyTo: last == 0 ? null : last)));
            last = receipts.Max(receipt => receipt.Sequence);
            await zhou.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(caucus, at % 40 == 0));
            await wang.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(caucus, last));
        }
        foreach (var (who, bytes) in new[] { (town.Zhou, SampleFiles.Text(Many())), (town.Wang, SampleFiles.Pdf($"/Title({New()})")), (town.Zhou, SampleFiles.Image(SKEncodedImageFormat.Png)) })
            ids.Add((await who.UploadAsync(bytes, New() + ".txt", ("roomId", caucus), ("clientMessageId", Guid.CreateVersion7()))).As<ExhibitView>().Id);
        TermDraft Term() => new(zhouParty, liParty, 150_000, New(), null, New());
        var sounding = await wang.ProposeAsync(ProposalWire.Request(caucus, [zhouParty], Term()) with { Note = New() });
        await zhou.ProposeAsync(ProposalWire.Request(caucus, [], Term()) with { Note = New() });
        await zhou.AnswerAsync(sounding.Id, ProposalAnswer.Decline, New());
        var again = await wang.ProposeAsync(ProposalWire.Request(caucus, [zhouParty], Term()));
        await wang.SendAsync<ProposalView>($"api/proposals/{again.Id}/withdraw", new WithdrawProposalRequest(Guid.CreateVersion7(), New()));
        ids.AddRange([sounding.Id, again.Id]);
        var draft = await wang.PutAsync<AgreementView>($"api/cases/{caseId}/agreement", new DraftAgreementRequest(0, Many(), [new(New())], [new(zhouParty, liParty, 150_000, New(), New(), new(2027, 1, 1))]));
        ids.Add(draft.Id);
        await wang.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(caucus, New(), DateTimeOffset.UtcNow.AddHours(1)));
        await wang.OpenSessionAsync(caucus);
        await wang.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(caucus, New()));
        return ids;
    }

    /// <summary>Every GET there is, with every id there is, as everybody outside.</summary>
    internal static async Task<List<(string What, string Text)>> CrawlAsync(CaseTown town, IEnumerable<Visitor> people, IReadOnlyList<Guid> ids)
    {
        var paths = VisibilityWalk.Endpoints(town.Cluster.Services).OfType<RouteEndpoint>()
            .Where(one => one.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && one.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .Where(one => !one.RoutePattern.RawText!.EndsWith("/outbox", StringComparison.Ordinal))
            .Select(one => (Text: one.RoutePattern.RawText!.TrimStart('/'), Parameters: one.RoutePattern.Parameters.Select(parameter => parameter.Name).ToList())).ToList();
        Assert.True(paths.Count > 12);
        var answers = new List<(string, string)>();
        foreach (var person in people)
            foreach (var (text, parameters) in paths)
                foreach (var id in parameters.Count == 0 ? [Guid.Empty] : ids)
                {
                    var path = parameters.Aggregate(text, (filled, name) => System.Text.RegularExpressions.Regex.Replace(filled, $"\\{{{name}[^}}]*\\}}", id.ToString()));
                    answers.Add(($"{person.Person} GET {path}", (await person.GetAsync(path)).Text));
                }
        return answers;
    }

    private static ActivityListener Listen(ConcurrentQueue<string> traces)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => traces.Enqueue($"{span.DisplayName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', span.Events.SelectMany(one => one.Tags).Select(tag => tag.Value))}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static int Count(string text) => text.Split(Canary).Length - 1;

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(10); !holds(); await Task.Delay(50)) Assert.True(DateTime.UtcNow < end, "not within 10 s");
    }
}
