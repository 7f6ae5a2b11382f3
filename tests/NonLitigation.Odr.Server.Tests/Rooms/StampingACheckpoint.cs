using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class StampingACheckpoint
{
    [Fact]
    public async Task Gives_a_token_that_openssl_accepts_and_goes_on_without_one_when_the_authority_is_down()
    {
        using var openssl = new OpensslAuthority();
        var down = true;
        await using var authority = await AuthorityAsync(query => down ? null : openssl.AnswerAsync(query).GetAwaiter().GetResult());
        await using var cluster = await OdrCluster.StartAsync(1, adjust: builder =>
        {
            (builder.Configuration["Odr:Checkpoints:Every"], builder.Configuration["Odr:Checkpoints:Sweep"]) = ("00:00:00", "01:00:00");
            builder.Configuration["Odr:Timestamp:Authority"] = authority.Urls.First();
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        var publish = cluster.Services.GetRequiredService<PublishCheckpoints>();
        Assert.Equal(1, await publish.RoundAsync(default));
        using var anybody = new HttpClient { BaseAddress = cluster.Addresses[0] };
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("api/checkpoints/1/timestamp", UriKind.Relative))).StatusCode);

        down = false;
        Assert.Equal(0, await publish.RoundAsync(default)); // the token that was missing comes later
        var token = OutsideTool.FileWith(await anybody.GetByteArrayAsync(new Uri("api/checkpoints/1/timestamp", UriKind.Relative)), ".tst");
        var note = OutsideTool.FileWith(await anybody.GetByteArrayAsync(new Uri("api/checkpoints/1", UriKind.Relative)), ".txt");
        var (code, output) = OutsideTool.Run("openssl", "ts", "-verify", "-token_in", "-in", token, "-data", note, "-CAfile", openssl.CertificateFile);
        Assert.True(code == 0, output);
        Assert.NotEqual(0, OutsideTool.Run("openssl", "ts", "-verify", "-token_in", "-in", token, "-data", token, "-CAfile", openssl.CertificateFile).Code);
    }

    private static async Task<WebApplication> AuthorityAsync(Func<byte[], byte[]?> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var authority = builder.Build();
        authority.MapPost("/", async (HttpRequest request) =>
        {
            using var query = new MemoryStream();
            await request.Body.CopyToAsync(query);
            return answer(query.ToArray()) is { } reply ? Results.Bytes(reply, "application/timestamp-reply") : Results.StatusCode(503);
        });
        await authority.StartAsync();
        return authority;
    }
}
