using System.Collections;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Visibility;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>Whatever comes in: an answer with a stable code and two sentences, never a fault.</summary>
public sealed class SendingNonsense
{
    private static readonly string[] Broken =
    [
        "", " ", "null", "true", "7", "\"text\"", "[]", "[null]", "{}", "{", "{\"", "}", "{\"a\":}", "nonsense", "\u0000", "{\"id\":\"\\ud800\"}", "{\"text\":1e999}",
        new string('[', 200) + new string(']', 200), string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200),
    ];

    [Fact]
    public async Task To_every_endpoint_gets_a_refusal_that_says_what_is_wrong()
    {
        await using var world = await VisibilityWorld.BuildAsync(await OdrCluster.StartAsync());
        var ids = new Dictionary<string, Guid>
        {
            ["caseId"] = world.CaseId, ["roomId"] = world.Rooms[Application.Shared.SecuredObject.JointRoom], ["partyId"] = world.RespondentParty, ["code"] = Guid.Empty,
        };
        Guid IdFor(RouteEndpoint endpoint, string name) => ids.TryGetValue(name, out var id) ? id : endpoint.RoutePattern.RawText! switch
        {
            var text when text.Contains("agreements", StringComparison.Ordinal) => world.AgreementId,
            var text when text.Contains("outcomes", StringComparison.Ordinal) => world.OutcomeId,
            var text when text.Contains("proposals/", StringComparison.Ordinal) => world.Proposals[Application.Shared.SecuredObject.JointRoom],
            var text when text.Contains("rooms", StringComparison.Ordinal) => ids["roomId"],
            var text when text.Contains("exhibits", StringComparison.Ordinal) => world.Exhibits[Application.Shared.SecuredObject.CaseFile],
            _ => world.CaseId,
        };
        var people = new[] { world.Town.Li, world.Town.Wang, world.Town.Nobody };
        var faults = new List<string>();
        var sent = 0;
        foreach (var endpoint in VisibilityWalk.Endpoints(world.Town.Cluster.Services).OfType<RouteEndpoint>())
        {
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0];
            var body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
            if (method is not ("POST" or "PUT") || endpoint.RoutePattern.RawText!.Contains("sign-out", StringComparison.Ordinal)) continue;
            var path = endpoint.RoutePattern.Parameters.Aggregate(endpoint.RoutePattern.RawText!.TrimStart('/'), (text, parameter) => Regex.Replace(text, $"\\{{{parameter.Name}[^}}]*\\}}", IdFor(endpoint, parameter.Name).ToString()));
            foreach (var text in Broken.Concat(body is null || body == typeof(IFormFile) ? [] : Twisted(body)))
                foreach (var who in people)
                {
                    sent++;
                    using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
                    using var answer = await who.Http.SendAsync(request);
                    var said = await answer.Content.ReadAsStringAsync();
                    if ((int)answer.StatusCode >= 500 || ((int)answer.StatusCode >= 400 && !IsProblem(answer, said))) faults.Add($"{method} {path} {(int)answer.StatusCode} <- {Short(text)} -> {Short(said)}");
                }
        }
        Assert.True(sent > 1_500, $"{sent} requests");
        Assert.True(faults.Count == 0, $"{faults.Count} of {sent}:\n{string.Join('\n', faults.DistinctBy(fault => fault.Split(" <- ")[0]).Take(30))}");
    }

    [Fact]
    public async Task In_an_address_gets_one_too()
    {
        await using var cluster = await OdrCluster.StartAsync();
        using var li = await Visitor.SignedInAsync(cluster, "李海生");
        foreach (var path in new[]
        {
            "api/cases/not-a-guid", "api/cases?view=nonsense", "api/cases?skip=x", "api/cases?take=99999999999999", "api/cases?skip=-1&take=-1", "api/organisations?kind=Nonsense", "api/organisations?search=%00", "api/organisations?skip=2147483647",
            "api/mediators?disputeKind=99", "api/mediators?organisationId=x", "api/rooms/00000000-0000-0000-0000-000000000000/entries?after=x", "api/rooms/00000000-0000-0000-0000-000000000000/entries?after=-9223372036854775808&limit=-2147483648",
            "api/verify/%00", "api/verify/%ff", "api/verify/AAAA", "api/exhibits/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "api/../../etc/passwd", "api/outbox?to=%00", "hubs/rooms", "hubs/rooms?id=x", "hubs/rooms/negotiate",
        })
        {
            using var answer = await li.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True((int)answer.StatusCode < 500, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task To_the_hub_gets_a_refusal_or_the_end_of_the_line_and_others_go_on()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);
        await using var stage = await RoomStage.OpenAsync(cluster);
        var cookie = await TestSignIn.CookieAsync(cluster, stage.Room.Applicant);
        foreach (var method in typeof(IRoomHub).GetMethods().Where(one => one.GetParameters().Length == 1))
        {
            await using var page = await RawPage.OpenAsync(cluster, cookie);
            var answer = await page.CallAsync(method.Name, [null]);
            Assert.Contains("shared.malformed", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
            // Text as long as a frame of 32 KB holds; a longer one ends the line, below.
            foreach (var twisted in Twisted(method.GetParameters()[0].ParameterType, 9_000))
            {
                using var json = JsonDocument.Parse(twisted);
                var said = (await page.CallAsync(method.Name, json.RootElement)).ToString();
                Assert.DoesNotContain("shared.fault", said, StringComparison.Ordinal);
            }
        }
        foreach (var frame in new[] { "", "x", "{}", "{\"type\":99}", "{\"type\":1}", "{\"type\":1,\"target\":\"Nothing\",\"invocationId\":\"1\",\"arguments\":[]}", "{\"type\":1,\"target\":\"OnConnectedAsync\",\"invocationId\":\"1\",\"arguments\":[]}", "[[[[", new string('x', 40_000) })
        {
            await using var page = await RawPage.OpenAsync(cluster, cookie);
            await page.SendAsync(frame);
        }
        var receipt = await stage.Respondent.PostAsync(stage.Id, "其他人照常");
        await stage.Mediator.UntilAsync(page => page.Has(receipt.Sequence));
    }

    /// <summary><c>ODR_FUZZ_FRAMES</c> says how many; 1,000,000 before a release.</summary>
    [Fact]
    public async Task In_frames_of_every_kind_of_brokenness_is_neither_a_crash_nor_a_fault()
    {
        var wanted = int.Parse(Environment.GetEnvironmentVariable("ODR_FUZZ_FRAMES") ?? "4000", System.Globalization.CultureInfo.InvariantCulture);
        var faults = new FaultLog();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            faults.Keep(builder);
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        var cookie = await TestSignIn.CookieAsync(cluster, stage.Room.Applicant);
        var (sent, lines) = (0, 0);
        var memory = 0L;
        while (sent < wanted)
        {
            var fuzz = new FrameFuzz(++lines, stage.Id);
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Cookie", cookie);
            await socket.ConnectAsync(new UriBuilder(new Uri(cluster.Addresses[0], "hubs/rooms")) { Scheme = "ws" }.Uri, default);
            sent += await SendUntilClosedAsync(socket, fuzz);
            if (lines == 200) memory = GC.GetTotalMemory(forceFullCollection: true);
        }
        var grown = memory == 0 ? 0 : GC.GetTotalMemory(forceFullCollection: true) - memory;
        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} frames over {lines} lines; memory grew by {grown / 1024} KB since line 200");
        Assert.Empty(faults.Lines.Take(5));
        Assert.True(grown < 32 * 1024 * 1024, $"{grown} bytes more after {sent} frames");
        var receipt = await stage.Respondent.PostAsync(stage.Id, "其他人照常");
        await stage.Mediator.UntilAsync(page => page.Has(receipt.Sequence));
    }

    /// <summary>Until the service ends the line, or 500 frames.</summary>
    private static async Task<int> SendUntilClosedAsync(ClientWebSocket socket, FrameFuzz fuzz)
    {
        var reading = Task.Run(async () =>
        {
            var buffer = new byte[16_384];
            try
            {
                while ((await socket.ReceiveAsync(buffer.AsMemory(), default)).MessageType != WebSocketMessageType.Close) continue;
            }
            catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                return; // ended without a good-bye, as it may
            }
        });
        var sent = 0;
        try
        {
            var (bytes, type) = fuzz.Handshake();
            await socket.SendAsync(bytes, type, true, default);
            while (sent < 500 && !reading.IsCompleted)
            {
                (bytes, type, var count) = fuzz.Frames();
                await socket.SendAsync(bytes, type, true, default);
                sent += count;
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            sent++; // the line ended under it
        }
        socket.Abort();
        await reading;
        return Math.Max(1, sent);
    }

    private static bool IsProblem(HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json") return false;
        var problem = JsonDocument.Parse(text).RootElement;
        return new[] { "code", "zh", "en" }.All(name => problem.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 });
    }

    /// <summary>Bodies of the right shape whose every member is null, missing, empty, far too long, below zero, or full of what no text should hold.</summary>
    private static IEnumerable<string> Twisted(Type type, int longest = 20_000)
    {
        foreach (var twist in new[] { "null", "missing", "empty", "long", "strange", "negative", "nulls" })
            yield return JsonSerializer.Serialize(Twist(type, twist, 0, longest));
    }

    private static object? Twist(Type type, string twist, int depth, int longest)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return twist switch { "null" or "nulls" => null, "empty" => "", "long" => new string('长', depth > 1 ? 500 : longest), "strange" => "a\u0000b\u202e\u0007\uFEFF", _ => "x" };
        if (plain == typeof(Guid)) return twist == "null" && plain != type ? null : twist == "empty" ? Guid.Empty : Guid.CreateVersion7();
        if (plain == typeof(bool)) return twist == "negative";
        if (plain.IsEnum) return Enum.GetNames(plain)[^1];
        if (plain == typeof(long) || plain == typeof(int)) return twist == "null" && plain != type ? null : twist switch { "negative" => plain == typeof(int) ? int.MinValue : long.MinValue, "long" => plain == typeof(int) ? int.MaxValue : long.MaxValue, _ => 0 };
        if (plain == typeof(DateTimeOffset)) return plain != type && twist == "null" ? null : twist == "negative" ? "0001-01-02T00:00:00Z" : "9999-12-30T00:00:00Z";
        if (plain == typeof(DateOnly)) return plain != type && twist == "null" ? null : twist == "negative" ? "0001-01-01" : "9999-12-31";
        if (typeof(IEnumerable).IsAssignableFrom(plain))
            return twist switch { "null" => null, "empty" => Array.Empty<object>(), "nulls" => new object?[] { null, null }, _ => Enumerable.Range(0, twist == "long" ? 300 : 1).Select(_ => depth > 3 ? null : Twist(plain.GetGenericArguments()[0], twist, depth + 1, longest)).ToArray() };
        if (twist == "missing") return new Dictionary<string, object?>();
        return plain.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name), one => Twist(one.PropertyType, twist, depth + 1, longest));
    }

    private static string Short(string text) => text.Length > 160 ? text[..160] + "…" : text;
}
