using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Wakes whoever carries packets to the court.</summary>
public sealed class ConfirmationWork : WakeUp;

/// <summary>Whether a court can be reached from here; the feature that talks to it says so.</summary>
public interface ICourtLink
{
    CourtLink State { get; }
}
