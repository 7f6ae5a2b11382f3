using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Wakes whoever carries packets to court and notary.</summary>
public sealed class ConfirmationWork : WakeUp;

/// <summary>Whether a court can be reached from here; the feature that talks to it says so.</summary>
public interface ICourtLink
{
    CourtLink State { get; }
}

/// <summary>Whether a notary can be reached from here, and which.</summary>
public interface INotaryLink
{
    CourtLink State { get; }

    Recipient Office { get; }
}
