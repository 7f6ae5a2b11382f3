using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NonLitigation.Odr.Application.Accounts;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>Against the examples of the standards.</summary>
public sealed class EncryptingAPush
{
    /// <summary>RFC 8291, 5 and Appendix A.</summary>
    [Fact]
    public void Gives_what_the_standard_gives()
    {
        static byte[] Of(string text) => Base64Url.DecodeFromChars(text);
        var (point, scalar) = (Of("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"), Of("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
        using var own = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar, Q = new() { X = point[1..33], Y = point[33..] } });
        var content = PushEncryption.Encrypt("When I grow up, I want to be a watermelon"u8,
            Of("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), Of("BTBZMqHH6r4Tts7J_aSIgg"), own, Of("DGv6ra1nlYgDCS1FRnbzlw"), 0);
        Assert.Equal("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(content));
    }

    /// <summary>RFC 8292, 2 and 3.</summary>
    [Fact]
    public void Says_who_sends_signed_for_that_push_service_alone()
    {
        var folder = Directory.CreateTempSubdirectory("odr-push-");
        var path = Path.Combine(folder.FullName, "push.key");
        Assert.Null(PushKey.Open(path, mayCreate: false));
        var key = PushKey.Open(path, mayCreate: true)!;
        Assert.Equal(key.Public, PushKey.Open(path, mayCreate: false)!.Public);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));

        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var said = key.Authorize(new("https://push.test/send/abc?x=1"), new("https://odr.example/"), now);
        Assert.StartsWith("vapid t=", said, StringComparison.Ordinal);
        var parts = said["vapid t=".Length..].Split(", k=");
        Assert.Equal(key.Public, Base64Url.DecodeFromChars(parts[1]));
        var token = parts[0].Split('.');
        using var verifier = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = key.Public[1..33], Y = key.Public[33..] } });
        Assert.True(verifier.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;
        Assert.Equal(("https://push.test", "https://odr.example/"), (claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString()));
        Assert.InRange(claims.GetProperty("exp").GetInt64(), now.ToUnixTimeSeconds() + 1, now.AddHours(24).ToUnixTimeSeconds());
        folder.Delete(recursive: true);
    }
}
