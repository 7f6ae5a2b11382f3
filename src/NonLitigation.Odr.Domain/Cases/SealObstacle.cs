namespace NonLitigation.Odr.Domain.Cases;

/// <summary>For what a case's file is still needed, so that it cannot be sealed.</summary>
public enum SealObstacle
{
    NotEnded,
    /// <summary>Obligations of the agreement are not performed yet (人民调解法 31).</summary>
    Performance,
    /// <summary>An application for judicial confirmation is under way.</summary>
    Confirmation,
    /// <summary>Another application to court or notary is under way, or a deposit may still be collected.</summary>
    Route,
    /// <summary>A court or another body has asked that it be held ready.</summary>
    Hold,
    /// <summary>The outcome's document is still being prepared.</summary>
    Document,
}
