using System.Net;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>A real authority by openssl, with a certificate of its own.</summary>
internal sealed class OpensslAuthority : HttpMessageHandler
{
    private readonly string _folder = OutsideTool.NewFolder();

    internal OpensslAuthority()
    {
        File.WriteAllText(Path.Combine(_folder, "tsa.cnf"), $"""
            [req]
            distinguished_name = dn
            x509_extensions = ext
            prompt = no
            [dn]
            CN = Test TSA
            [ext]
            extendedKeyUsage = critical,timeStamping
            [tsa]
            default_tsa = here
            [here]
            serial = {_folder}/serial
            default_policy = 1.2.3.4.1
            digests = sha256
            signer_digest = sha256
            ess_cert_id_alg = sha256
            """);
        File.WriteAllText(Path.Combine(_folder, "serial"), "01\n");
        var (code, output) = OutsideTool.Run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-config", $"{_folder}/tsa.cnf",
            "-keyout", $"{_folder}/key.pem", "-out", $"{_folder}/cert.pem");
        Assert.True(code == 0, output);
    }

    internal string CertificateFile => $"{_folder}/cert.pem";

    internal X509Certificate2 Certificate => X509CertificateLoader.LoadCertificateFromFile($"{_folder}/cert.pem");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent(await AnswerAsync(await request.Content!.ReadAsByteArrayAsync(cancellationToken))) };

    /// <param name="query">RFC 3161, DER.</param>
    internal async Task<byte[]> AnswerAsync(byte[] query)
    {
        await File.WriteAllBytesAsync($"{_folder}/query", query);
        var (code, output) = OutsideTool.Run("openssl", "ts", "-reply", "-config", $"{_folder}/tsa.cnf", "-queryfile", $"{_folder}/query",
            "-signer", $"{_folder}/cert.pem", "-inkey", $"{_folder}/key.pem", "-out", $"{_folder}/reply");
        Assert.True(code == 0, output);
        return await File.ReadAllBytesAsync($"{_folder}/reply");
    }
}
