namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What a proof of the person is asked for when he signs: it names the agreement and the exact bytes.</summary>
public static class SigningPurpose
{
    /// <param name="hash">Lower-case hex SHA-256 of the frozen bytes.</param>
    public static string Of(Guid agreementId, string hash) => $"sign:{agreementId:D}:{hash}";
}
