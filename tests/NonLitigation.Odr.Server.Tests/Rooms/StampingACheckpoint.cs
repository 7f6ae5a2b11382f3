using System.Net;
using Microsoft.Extensions.DependencyInjection;
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
        await using var authority = await TestAuthority.OpenAsync(query => down ? null : openssl.AnswerAsync(query).GetAwaiter().GetResult());
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
}
