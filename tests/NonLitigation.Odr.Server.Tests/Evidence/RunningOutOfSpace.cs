using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Evidence;

/// <summary>Failure-mode row R14: files stop first, words last, and both come back by themselves.</summary>
public sealed class RunningOutOfSpace
{
    [Fact]
    public async Task Stops_files_well_before_it_stops_words()
    {
        var room = new SmallDisks();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Services.AddSingleton<DiskRoom>(room);
            builder.Configuration["Odr:Disk:Record"] = Path.GetTempPath();
            builder.Configuration["Odr:Disk:Look"] = "00:00:00.050";
        });
        Directory.CreateDirectory(cluster.Nodes[0].Configuration["Odr:Files:Directory"]!);
        await using var stage = await RoomStage.OpenAsync(cluster);
        var (filesStop, textStops) = (0.0, 0.0);
        for (var free = 0.30; free > 0.01; free -= 0.01)
        {
            room.Free = free;
            cluster.Services.GetRequiredService<DiskWatch>().Look();
            if (filesStop == 0 && await UploadAsync(stage) == 507) filesStop = free;
            if (textStops == 0 && await SaidAsync(stage) == "rooms.no-space") textStops = free;
        }
        Assert.True(textStops > 0 && filesStop - textStops >= 0.05, $"files stop at {filesStop:P0} free, text at {textStops:P0}");
        var ready = await stage.Applicant.Http.GetAsync(new Uri("health/ready", UriKind.Relative));
        Assert.True(ready.IsSuccessStatusCode);
        Assert.Equal("uploads-stopped text-stopped", (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("notices")[0].GetString());

        room.Free = 0.5;
        await Task.Delay(500);
        Assert.Equal(200, await UploadAsync(stage));
        Assert.Equal("", await SaidAsync(stage));
    }

    [Fact]
    public void Is_measured_on_the_disk_that_is_named() => Assert.InRange(new DiskRoom().FreeOf(Path.GetTempPath()), 0.000001, 1);

    private static async Task<int> UploadAsync(RoomStage stage)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(SampleFiles.Text()), "file", "一.txt" }, { new StringContent($"{stage.Id}"), "roomId" }, { new StringContent($"{Guid.CreateVersion7()}"), "clientMessageId" },
        };
        using var answer = await stage.Applicant.Http.PostAsync(new Uri("api/exhibits", UriKind.Relative), form);
        if (!answer.IsSuccessStatusCode) Assert.Contains("evidence.no-space", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return (int)answer.StatusCode;
    }

    private static async Task<string> SaidAsync(RoomStage stage)
    {
        try
        {
            await stage.Applicant.PostAsync(stage.Id, "一句");
            return "";
        }
        catch (Microsoft.AspNetCore.SignalR.HubException refused)
        {
            return JsonDocument.Parse(refused.Message[refused.Message.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("code").GetString()!;
        }
    }

    private sealed class SmallDisks : DiskRoom
    {
        public double Free { get; set; } = 0.5;

        public override double FreeOf(string folder) => Free;
    }
}
