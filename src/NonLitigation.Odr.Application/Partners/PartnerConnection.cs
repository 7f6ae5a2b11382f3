using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>
/// <c>Odr:Court:Address</c> (or <c>Odr:Notary:…</c>) names the other side's system. Without one there is none, but in Development, where a simulated one
/// answers instead (<c>…:Simulated=false</c> turns it off too).
/// </summary>
public abstract class PartnerConnection(PartnerDesk desk, IConfiguration configuration, IHostEnvironment environment)
{
    protected string? Setting(string name) => configuration[$"Odr:{desk}:{name}"] is { Length: > 0 } value ? value : null;

    public PartnerDesk Desk => desk;

    public string Name => desk.ToString();

    /// <summary>Where the simulated one has its counter.</summary>
    public string SimulatedRoot => desk == PartnerDesk.Court ? "/simulated-court" : "/simulated-notary";

    public Uri? Address => Setting("Address") is { } address ? new(address.TrimEnd('/') + "/") : null;

    /// <summary>Sent as a bearer token, when one is set.</summary>
    public string? Key => Setting("Key");

    public CourtLink State => Address is not null ? CourtLink.Connected : environment.IsDevelopment() && configuration.GetValue($"Odr:{desk}:Simulated", true) ? CourtLink.Simulated : CourtLink.None;

    public bool IsSimulated => State == CourtLink.Simulated;

    /// <summary>Time between two questions for answers: <c>…:Poll</c>, else five minutes, of a simulated one two seconds.</summary>
    public TimeSpan Poll => configuration.GetValue($"Odr:{desk}:Poll", IsSimulated ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(5));

    /// <summary>How long the simulated one takes for each step: <c>…:Pace</c>, else four seconds.</summary>
    public TimeSpan Pace => configuration.GetValue($"Odr:{desk}:Pace", TimeSpan.FromSeconds(4));
}

public sealed class CourtConnection(IConfiguration configuration, IHostEnvironment environment) : PartnerConnection(PartnerDesk.Court, configuration, environment), ICourtLink;

/// <summary><c>Odr:Notary:Name</c> says which office is connected.</summary>
public sealed class NotaryConnection(IConfiguration configuration, IHostEnvironment environment) : PartnerConnection(PartnerDesk.Notary, configuration, environment), INotaryLink
{
    public Recipient Office => new("notary", IsSimulated ? "模拟公证处（演示）" : Setting("Name") ?? "公证处");
}
