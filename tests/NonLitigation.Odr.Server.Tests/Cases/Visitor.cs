using System.Net.Http.Json;
using System.Text.Json;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>One answer over HTTP, whole.</summary>
public sealed record Answer(int Status, string Text)
{
    public string? Code => Field("code");
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public T As<T>()
    {
        Assert.True(Status is 200, $"{Status} {Text}");
        return JsonSerializer.Deserialize<T>(Text, OdrJson.Options)!;
    }

    public void IsRefused(int status, string code) => Assert.Equal((status, code), (Status, Code));

    private string? Field(string name) => Text.StartsWith('{') && Json.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>Somebody with his browser's cookie, or without one.</summary>
public sealed class Visitor : IDisposable
{
    private Visitor(HttpClient http, Guid? person, string? cookie) => (Http, Person, Cookie) = (http, person, cookie);

    public HttpClient Http { get; }
    public Guid? Person { get; }
    public string? Cookie { get; }
    public Guid Id => Person ?? throw new InvalidOperationException("Nobody.");

    public static async Task<Visitor> SignedInAsync(OdrCluster cluster, string name, int node = 0)
    {
        var person = Guid.CreateVersion7();
        return With(cluster, person, await TestSignIn.CookieAsync(cluster, person, name), node);
    }

    public static Visitor With(OdrCluster cluster, Guid? person, string? cookie, int node = 0)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = cluster.Addresses[node % cluster.Addresses.Count] };
        if (cookie is not null) http.DefaultRequestHeaders.Add("Cookie", cookie);
        return new Visitor(http, person, cookie);
    }

    public async Task<Answer> GetAsync(string path) => await AnswerAsync(await Http.GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<Answer> PostAsync(string path, object request) =>
        await AnswerAsync(await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), request, OdrJson.Options));

    public async Task<Answer> PutAsync(string path, object request) =>
        await AnswerAsync(await Http.PutAsJsonAsync(new Uri(path, UriKind.Relative), request, OdrJson.Options));

    public async Task<Answer> UploadAsync(byte[] bytes, string name, params (string Name, object Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields) form.Add(new StringContent(value.ToString()!), field);
        form.Add(new ByteArrayContent(bytes), "file", name);
        return await AnswerAsync(await Http.PostAsync(new Uri("api/exhibits", UriKind.Relative), form));
    }

    public void Dispose() => Http.Dispose();

    private static async Task<Answer> AnswerAsync(HttpResponseMessage response)
    {
        using (response) return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
