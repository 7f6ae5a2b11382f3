using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>
/// <c>Odr:Court:Address</c> names the court's system. Without one there is none, but in Development, where a simulated court answers instead
/// (<c>Odr:Court:Simulated=false</c> turns it off too).
/// </summary>
public sealed class CourtConnection(IConfiguration configuration, IHostEnvironment environment) : ICourtLink
{
    public Uri? Address { get; } = configuration["Odr:Court:Address"] is { Length: > 0 } address ? new(address.TrimEnd('/') + "/") : null;

    public CourtLink State => Address is not null ? CourtLink.Connected : environment.IsDevelopment() && configuration.GetValue("Odr:Court:Simulated", true) ? CourtLink.Simulated : CourtLink.None;

    public bool IsSimulated => State == CourtLink.Simulated;

    /// <summary>Time between two questions for answers: <c>Odr:Court:Poll</c>, else five minutes, of the simulated court two seconds.</summary>
    public TimeSpan Poll => configuration.GetValue("Odr:Court:Poll", IsSimulated ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(5));

    /// <summary>How long the simulated court takes for each step: <c>Odr:Court:Pace</c>, else four seconds.</summary>
    public TimeSpan Pace => configuration.GetValue("Odr:Court:Pace", TimeSpan.FromSeconds(4));
}
