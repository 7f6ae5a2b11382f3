using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>A person's browser with its own cookies, and his phone at hand (what the service has sent to it).</summary>
public sealed class Browser(OdrCluster cluster, int node = 0) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    public Uri Address { get; } = cluster.Addresses[node % cluster.Addresses.Count];

    public HttpClient Http => _http ??= Client();

    /// <summary>Set-Cookie lines of the last answer.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    /// <summary>The session's cookie as a header value; null while nobody is signed in.</summary>
    public string? Cookie => _cookies.GetCookies(Address)["odr"] is { } cookie ? $"odr={cookie.Value}" : null;

    public Task<Answer> GetAsync(string path) => AnswerAsync(Http.GetAsync(new Uri(path, UriKind.Relative)));

    public Task<Answer> PostAsync(string path, object? request = null) => AnswerAsync(Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), request ?? new { }, OdrJson.Options));

    public async Task<CodeSentView> AskCodeAsync(string? contact, string? link = null) =>
        (await PostAsync("api/accounts/code", new SendCodeRequest(contact, link))).As<CodeSentView>();

    public Task<Answer> TryCodeAsync(CodeSentView sent, string? code, string? name = "李海生", string? link = null) =>
        PostAsync("api/accounts/enter", new EnterWithCodeRequest(sent.ChallengeId, code!, name, link));

    /// <summary>Asks for a code, reads it from the phone, enters.</summary>
    public async Task<MeView> EnterAsync(string contact, string name = "李海生")
    {
        var sent = await AskCodeAsync(contact);
        return (await TryCodeAsync(sent, await NewestCodeAsync(cluster, contact), name)).As<MeView>();
    }

    public static async Task<string> NewestCodeAsync(OdrCluster cluster, string contact) => (await CodesAsync(cluster, contact))[^1];

    /// <summary>Every code that was sent to a contact, in order.</summary>
    public static Task<List<string>> CodesAsync(OdrCluster cluster, string contact) => cluster.WithDbAsync(async db =>
        (await db.Set<DeliveryMessage>().AsNoTracking().Where(one => one.To == contact && one.Code != null).OrderBy(one => one.CreatedAt).ThenBy(one => one.Id).Select(one => one.Code!).ToListAsync()));

    /// <summary>A code that is not the right one.</summary>
    public static string Other(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>An answer without what differs between any two.</summary>
    public static string Comparable(Answer answer) => $"{answer.Status} {Regex.Replace(answer.Text, "\"(traceId|challengeId)\":\"[^\"]*\"", "")}";

    public void Dispose() => _http?.Dispose();

    /// <summary>A page's requests name where the page came from; passkeys rely on it.</summary>
    private HttpClient Client() => new(new SocketsHttpHandler { CookieContainer = _cookies })
    {
        BaseAddress = Address, DefaultRequestHeaders = { { "Origin", Address.GetLeftPart(UriPartial.Authority) } },
    };

    private async Task<Answer> AnswerAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
