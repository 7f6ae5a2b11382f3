using System.Net.Http.Json;
using System.Text.Json;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Negotiation;

/// <summary>A person's requests about proposals, over HTTP.</summary>
internal static class ProposalWire
{
    public static TermDraft Pays(Guid who, Guid whom, long yuan) => new(who, whom, yuan * 100, "九月份工资", new DateOnly(2026, 12, 31), "银行转账");

    public static ProposeRequest Request(Guid room, IReadOnlyList<Guid> to, params TermDraft[] terms) => new(room, Guid.CreateVersion7(), to, terms, null, null, null);

    public static Task<ProposalView> ProposeAsync(this TestPage page, ProposeRequest request) => page.SendAsync<ProposalView>("api/proposals", request);

    public static Task<ProposalView> AnswerAsync(this TestPage page, Guid proposal, ProposalAnswer answer, string? reason = null, Guid? id = null) =>
        page.SendAsync<ProposalView>($"api/proposals/{proposal}/answer", new AnswerProposalRequest(id ?? Guid.CreateVersion7(), answer, reason));

    public static Task<ProposalView> WithdrawAsync(this TestPage page, Guid proposal) =>
        page.SendAsync<ProposalView>($"api/proposals/{proposal}/withdraw", new WithdrawProposalRequest(Guid.CreateVersion7(), null));

    public static async Task<ProposalView[]> ProposalsAsync(this TestPage page, Guid room) =>
        (await page.Http.GetFromJsonAsync<ProposalView[]>(new Uri($"api/rooms/{room}/proposals", UriKind.Relative), OdrJson.Options))!;

    /// <summary>The code of the refusal, which must come with both sentences.</summary>
    public static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedOverHttpException>(act)).Code;

    public static async Task<T> SendAsync<T>(this TestPage page, string path, object request) =>
        await ReadAsync<T>(await page.Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), request, OdrJson.Options));

    public static async Task<T> PutAsync<T>(this TestPage page, string path, object request) =>
        await ReadAsync<T>(await page.Http.PutAsJsonAsync(new Uri(path, UriKind.Relative), request, OdrJson.Options));

    public static async Task<T> AskAsync<T>(this TestPage page, string path) => await ReadAsync<T>(await page.Http.GetAsync(new Uri(path, UriKind.Relative)));

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        using var answer = response;
        if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<T>(OdrJson.Options))!;
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(problem.GetProperty("zh").GetString()!);
        Assert.NotEmpty(problem.GetProperty("en").GetString()!);
        throw new RefusedOverHttpException(problem.GetProperty("code").GetString()!, (int)answer.StatusCode);
    }
}

internal sealed class RefusedOverHttpException(string code, int status) : Exception($"{status} {code}")
{
    public string Code { get; } = code;
    public int Status { get; } = status;
}
