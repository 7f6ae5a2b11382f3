using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NonLitigation.Odr.Server.Tests.Shared;

public sealed class AskingForHealth
{
    [Fact]
    public async Task Answers_live_and_ready_while_the_record_can_be_reached()
    {
        await using var cluster = await OdrCluster.StartAsync();
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("health/ready", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Is_live_but_not_ready_without_the_record()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: b => b.Configuration["ConnectionStrings:Odr"] = "Host=127.0.0.1;Port=1;Timeout=1");
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(new Uri("health/ready", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Is_not_ready_within_seconds_of_the_record_falling_silent_without_a_good_bye()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var cluster = await OdrCluster.StartAsync(adjust: b => b.Configuration["ConnectionStrings:Odr"] = postgres.Address("odr_service").Replace("Pooling=false", "", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        var ready = new Uri("health/ready", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(ready)).StatusCode);
        postgres.Signal("STOP"); // its line stays open and says nothing
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(ready)).StatusCode);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(ready)).StatusCode);
        postgres.Signal("CONT");
        for (var end = DateTime.UtcNow.AddSeconds(30); (await http.GetAsync(ready)).StatusCode != HttpStatusCode.OK; await Task.Delay(200)) Assert.True(DateTime.UtcNow < end, "not ready again");
    }

    [Fact]
    public async Task Answers_an_unknown_path_with_a_problem_that_has_a_code_and_two_sentences()
    {
        await using var cluster = await OdrCluster.StartAsync();
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        var answer = await http.GetAsync(new Uri("api/nothing-here", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("shared.not-found", problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("zh").GetString()!);
        Assert.NotEmpty(problem.GetProperty("en").GetString()!);
    }

    [Fact]
    public async Task Refuses_a_change_that_comes_from_a_page_of_another_origin()
    {
        await using var cluster = await OdrCluster.StartAsync();
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/nothing-here");
        request.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request)).StatusCode);
    }
}
