using System.Text.Encodings.Web;
using System.Text.Json;
using NonLitigation.Odr.Documents.Archive;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Verifier;

/// <summary><c>odr-verify</c>: offline check of outcomes (PDF) and transcripts (JSON). It needs the file and a trust file, nothing else.</summary>
public static class VerifyCommand
{
    public const int Genuine = 0, Altered = 1, Unknown = 2, Misused = 3;

    private const string Usage = """
        odr-verify [--trust FILE] [--lang zh|en] [--json] FILE...
        Checks sealed outcomes (PDF), exported transcripts, excerpts and publications (JSON) and whole case files (ZIP) without network or database.
          --trust FILE   whom to trust; default: ODR_TRUST, else trust.json beside the program or in the current folder
          --lang zh|en   language of the answer; default from LANG
          --json         one JSON object a line
        Given several files of one room, it also finds when they are signed and yet tell two histories.
        Exit: 0 genuine, 1 altered, 2 unknown, 3 wrong use. With several files, the worst: altered before unknown before genuine.
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            output.WriteLine(Usage);
            return Genuine;
        }
        if (VerifyArguments.Read(args) is not { } wanted)
        {
            errors.WriteLine(Usage);
            return Misused;
        }
        if (ReadTrust(wanted.TrustFile, errors) is not { } trust) return Misused;
        var (verifier, caseFiles) = (new DocumentVerifier(trust), new CaseFileVerifier(trust));
        var (codes, histories) = (new List<int>(), new Histories());
        foreach (var path in wanted.Files)
        {
            if (Verify(path, verifier, caseFiles, errors) is not { } verdict) return Misused;
            output.WriteLine(wanted.AsJson ? AsJson(path, verdict, wanted.Chinese) : AsText(path, verdict, wanted.Chinese));
            codes.Add(verdict.Kind switch { VerdictKind.Genuine => Genuine, VerdictKind.Altered => Altered, _ => Unknown });
            if (histories.Add(path, verdict) is not { } other) continue;
            output.WriteLine(wanted.AsJson ? JsonSerializer.Serialize(new { file = path, verdict = "contradiction", other }, Json)
                : wanted.Chinese ? $"{path} 与 {other} 都有平台签名，内容却互相矛盾：平台出示了两份历史。" : $"{path} and {other} are both signed and contradict each other: the platform showed two histories.");
            codes.Add(Altered);
        }
        return codes.Contains(Altered) ? Altered : codes.Max();
    }

    private static string AsText(string path, Verdict verdict, bool chinese)
    {
        var word = verdict.Kind switch
        {
            VerdictKind.Genuine => chinese ? "真实" : "GENUINE",
            VerdictKind.Altered => chinese ? "已被改动" : "ALTERED",
            _ => chinese ? "无法确认" : "UNKNOWN",
        };
        var lines = new List<string> { $"{path}: {word}", "  " + verdict.Why.In(chinese) };
        if (verdict.CaseNumber is { } number) lines.Add((chinese ? "  案号：" : "  Case: ") + number);
        if (verdict.SignedBy is { } signer) lines.Add((chinese ? "  签发：" : "  Issued by: ") + signer);
        lines.AddRange(verdict.Details.Select(detail => "  " + detail.In(chinese)));
        return string.Join(Environment.NewLine, lines);
    }

    private static string AsJson(string path, Verdict verdict, bool chinese) => JsonSerializer.Serialize(new
    {
        file = path,
        verdict = verdict.Kind switch { VerdictKind.Genuine => "genuine", VerdictKind.Altered => "altered", _ => "unknown" },
        why = verdict.Why.In(chinese),
        where = verdict.Where?.In(chinese),
        documentKind = verdict.DocumentKind,
        caseNumber = verdict.CaseNumber,
        signedBy = verdict.SignedBy,
        sealedAt = verdict.SealedAt,
        details = verdict.Details.Select(detail => detail.In(chinese)),
    }, Json);

    /// <summary>A case file may be larger than memory, so it is read part by part. Null when it cannot be read.</summary>
    private static Verdict? Verify(string path, DocumentVerifier documents, CaseFileVerifier caseFiles, TextWriter errors)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[2];
            if (file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && CaseFileVerifier.LooksLikeOne(start)) return caseFiles.Verify(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"odr-verify: {path}: {fault.Message}");
            return null;
        }
        return ReadFile(path, errors) is { } bytes ? documents.Verify(bytes) : null;
    }

    private static Trust? ReadTrust(string path, TextWriter errors)
    {
        try
        {
            return ReadFile(path, errors) is { } bytes ? Trust.Read(bytes) : null;
        }
        catch (FormatException fault)
        {
            errors.WriteLine($"odr-verify: {path}: {fault.Message}");
            return null;
        }
    }

    private static byte[]? ReadFile(string path, TextWriter errors)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"odr-verify: {path}: {fault.Message}");
            return null;
        }
    }
}
