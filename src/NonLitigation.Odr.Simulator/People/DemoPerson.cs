using System.Net;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.People;

/// <summary>Somebody made up, with a browser of his own.</summary>
internal sealed class DemoPerson : IAsyncDisposable
{
    private readonly Journal _journal;

    public DemoPerson(string name, string contact, int number, DemoOptions options, Journal journal)
    {
        (Name, Contact, _journal) = (name, contact, journal);
        Http = new ServiceHttp(options.AddressesFor(number), options.Url);
        if (options.NodeFor(number) is { } node)
        {
            Http.Cookies.Add(options.Url, new Cookie("odr_node", node));
        }

        Rooms = new RoomConnection(Http, options.Transport);
    }

    public string Name { get; }
    public string Contact { get; }
    public ServiceHttp Http { get; }
    public RoomConnection Rooms { get; }
    public Guid PersonId { get; private set; }

    /// <summary>By a one-time code to the own contact; by the one-use link when there is one.</summary>
    public async Task Enter(string? linkToken = null)
    {
        var sent = await Http.Post<CodeSentView>("/api/accounts/code", new SendCodeRequest(linkToken is null ? Contact : null, linkToken));
        var code = await NewestCode();
        var me = await Http.Post<MeView>("/api/accounts/enter", new EnterWithCodeRequest(sent.ChallengeId, code, Name, linkToken));
        PersonId = me.PersonId;
        _journal.Step(Name, linkToken is null ? $"enters with the code sent to {sent.SentTo}" : $"enters by the one-use link and the code sent to {sent.SentTo}");
    }

    public async Task SignIn(string userName, string password)
    {
        PersonId = (await Http.Post<MeView>("/api/accounts/staff/sign-in", new StaffSignInRequest(userName, password))).PersonId;
        _journal.Step(Name, $"signs in as {userName}");
    }

    /// <summary>A fresh proof that it is still this person, for one purpose.</summary>
    public async Task<Guid> ProveAgain(string purpose)
    {
        var sent = await Http.Post<CodeSentView>("/api/accounts/reauthenticate/code", new { });
        return (await Http.Post<ReauthenticationView>("/api/accounts/reauthenticate", new ReauthenticateRequest(purpose, sent.ChallengeId, await NewestCode(), null))).ProofId;
    }

    /// <summary>The token of the invitation that was delivered for a case.</summary>
    public async Task<(string Token, InvitationView Invitation)> ReadInvitation()
    {
        var message = await Newest(message => message.Link is not null);
        var token = message.Link![(message.Link!.IndexOf('#', StringComparison.Ordinal) + 1)..];
        var invitation = await Http.Post<InvitationView>("/api/invitations/open", new OpenInvitationRequest(token));
        _journal.Step(Name, $"opens the invitation of {invitation.OrganisationName} to case {invitation.CaseNumber}");
        return (token, invitation);
    }

    public async ValueTask DisposeAsync()
    {
        await Rooms.DisposeAsync();
        Http.Dispose();
    }

    private async Task<string> NewestCode() => (await Newest(message => message.Code is not null)).Code!;

    /// <summary>Reads the Development outbox as this person's phone would show it.</summary>
    private async Task<OutboxMessageView> Newest(Func<OutboxMessageView, bool> wanted)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; await Task.Delay(250))
        {
            var messages = await Http.Get<IReadOnlyList<OutboxMessageView>>($"/api/outbox?to={Uri.EscapeDataString(Contact)}");
            var newest = messages.Where(message => message.To == Contact && wanted(message)).MaxBy(message => message.At);
            if (newest is not null && _used.Add(newest.Id))
            {
                return newest;
            }
        }

        throw new ScenarioFailedException($"nothing was delivered to {Contact} within 30 s");
    }

    private readonly HashSet<Guid> _used = [];
}
