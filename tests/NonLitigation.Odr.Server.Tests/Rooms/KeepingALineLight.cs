using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A line lasts for hours: what only its beginning needed is given back, the secret of the cookie first of all.</summary>
public sealed class KeepingALineLight
{
    [Fact]
    public async Task An_open_line_holds_neither_the_cookie_nor_the_services_that_looked_at_it()
    {
        var lines = new Lines();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Services.AddScoped<OfTheBeginning>().AddSingleton<IStartupFilter>(lines).Configure<HubOptions>(hub => hub.AddFilter(lines));
        });
        await using var stage = await RoomStage.ConnectedAsync(cluster);
        // Whoever is answered has been taken in.
        foreach (var page in new[] { stage.Mediator, stage.Applicant, stage.Respondent }) await page.EnterAsync(stage.Id);

        Assert.Equal(3, lines.Seen.Count);
        Assert.All(lines.Seen, line =>
        {
            Assert.Equal((true, 0, 0), (line.Beginning.HadCookie, line.Request.Request.Headers.Cookie.Count, line.Request.Request.Cookies.Count));
            Assert.True(line.Beginning.GivenBack);
            Assert.NotSame(line.Beginning, line.Request.RequestServices.GetRequiredService<OfTheBeginning>());
        });
    }

    /// <summary>Lives as long as the services that looked at the cookie.</summary>
    private sealed class OfTheBeginning : IDisposable
    {
        public bool HadCookie { get; set; }
        public bool GivenBack { get; private set; }

        public void Dispose() => GivenBack = true;
    }

    private sealed class Lines : IStartupFilter, IHubFilter
    {
        public ConcurrentQueue<(HttpContext Request, OfTheBeginning Beginning)> Seen { get; } = new();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                var beginning = context.RequestServices.GetRequiredService<OfTheBeginning>();
                (beginning.HadCookie, context.Items[this]) = (context.Request.Headers.Cookie.Count > 0, beginning);
                await rest(context);
            });
            next(app);
        };

        public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
        {
            var request = context.Context.GetHttpContext()!;
            Seen.Enqueue((request, (OfTheBeginning)request.Items[this]!));
            return next(context);
        }
    }
}
