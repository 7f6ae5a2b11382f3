using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.People;

/// <summary>One person's browser, as far as HTTP goes: cookies, Origin, and the next address when a node does not answer.</summary>
internal sealed class ServiceHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client;
    private readonly IReadOnlyList<Uri> _addresses;
    private readonly Uri _origin;
    private int _current;

    public ServiceHttp(IReadOnlyList<Uri> addresses, Uri origin)
    {
        _addresses = addresses;
        _origin = origin;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, ConnectTimeout = TimeSpan.FromSeconds(3) }) { Timeout = TimeSpan.FromSeconds(40) };
    }

    public CookieContainer Cookies { get; } = new();
    public string Origin => _origin.GetLeftPart(UriPartial.Authority);
    public Uri Address => _addresses[_current % _addresses.Count];
    public void TryNextAddress() => _current++;

    public Task<T> Get<T>(string path) => Send<T>(HttpMethod.Get, path, null);
    public Task<T> Post<T>(string path, object? body) => Send<T>(HttpMethod.Post, path, body);
    public Task Post(string path, object? body) => Send<JsonElement?>(HttpMethod.Post, path, body);
    public Task<T> Put<T>(string path, object body) => Send<T>(HttpMethod.Put, path, body);

    public async Task<HttpStatusCode> StatusOf(string path)
    {
        using var response = await Ask(() => new HttpRequestMessage(HttpMethod.Get, path));
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> StatusOfPost(string path, object body)
    {
        using var response = await Ask(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, body.GetType(), options: Wire.Json) });
        return response.StatusCode;
    }

    public async Task<byte[]> Download(string path)
    {
        using var response = await Ask(() => new HttpRequestMessage(HttpMethod.Get, path));
        await Expect(response, path);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<T> Upload<T>(string path, byte[] file, string name, string mediaType, params (string Name, string Value)[] fields)
    {
        using var response = await Ask(() =>
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            var form = new MultipartFormDataContent();
            foreach (var field in fields)
            {
                form.Add(new StringContent(field.Value), field.Name);
            }

            form.Add(part, "file", name);
            return new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        });
        await Expect(response, path);
        return (await response.Content.ReadFromJsonAsync<T>(Wire.Json))!;
    }

    public void Dispose() => _client.Dispose();

    private async Task<T> Send<T>(HttpMethod method, string path, object? body)
    {
        using var response = await Ask(() => new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Wire.Json) });
        await Expect(response, path);
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? default! : JsonSerializer.Deserialize<T>(text, Wire.Json)!;
    }

    /// <summary>Repeats on a dead node or a 502/503/504: every request of the scenario is safe to repeat or carries its own id.</summary>
    private async Task<HttpResponseMessage> Ask(Func<HttpRequestMessage> make)
    {
        for (var until = DateTime.UtcNow + Patience; ;)
        {
            using var request = make();
            request.RequestUri = new Uri(Address, request.RequestUri!.ToString());
            request.Headers.Add("Origin", Origin);
            try
            {
                var response = await _client.SendAsync(request);
                if (response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout) || DateTime.UtcNow > until)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException) when (DateTime.UtcNow < until)
            {
                TryNextAddress();
            }
            catch (TaskCanceledException) when (DateTime.UtcNow < until)
            {
                TryNextAddress();
            }

            await Task.Delay(500);
        }
    }

    private static async Task Expect(HttpResponseMessage response, string path)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new ScenarioFailedException($"{path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
