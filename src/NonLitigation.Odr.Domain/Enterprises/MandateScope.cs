namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>What a mandate lets a person do for the enterprise; each includes those before it.</summary>
public enum MandateScope
{
    /// <summary>Speak with the butler team in the standing room.</summary>
    Consult,
    /// <summary>Open disputes and stand for the enterprise in them, settling included (特别授权).</summary>
    Disputes,
    /// <summary>Grant and revoke mandates too.</summary>
    Full,
}
