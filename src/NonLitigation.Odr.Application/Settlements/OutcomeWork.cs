using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Wakes the preparation of outcomes.</summary>
public sealed class OutcomeWork : WakeUp;
