using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Archive;

/// <summary>
/// Writes the file of one case as one ZIP (一案一卷): part after part as they come, straight to the output, then a page of contents, the index with every
/// part's hash, and the platform's signature over the index. Nothing but one part's buffer is held in memory.
/// </summary>
public sealed class CaseFileWriter : IAsyncDisposable
{
    private readonly ZipArchive _archive;
    private readonly LaterStream _output;
    private readonly NoteSigner _signer;
    private readonly CaseFileHeading _heading;
    private readonly List<CaseFilePart> _parts = [];
    private readonly List<CaseFileWithheld> _withheld = [];

    private CaseFileWriter(ZipArchive archive, LaterStream output, NoteSigner signer, CaseFileHeading heading) =>
        (_archive, _output, _signer, _heading) = (archive, output, signer, heading);

    public IReadOnlyList<CaseFilePart> Parts => _parts;

    /// <param name="output">Need not seek; it is left open.</param>
    public static async Task<CaseFileWriter> BeginAsync(Stream output, NoteSigner signer, CaseFileHeading heading, CancellationToken cancellation)
    {
        var later = new LaterStream(output);
        return new(await ZipArchive.CreateAsync(later, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation), later, signer, heading);
    }

    /// <param name="path">With slashes; a name that is taken already gets a number.</param>
    public async Task AddAsync(string path, string zh, string en, Stream content, CancellationToken cancellation)
    {
        var name = Free(path);
        await using var entry = await Entry(name).OpenAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (size, buffer) = (0L, new byte[81_920]);
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        _parts.Add(new(name, zh, en, size, new(hash.GetHashAndReset())));
    }

    public async Task AddAsync(string path, string zh, string en, byte[] content, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(content, writable: false);
        await AddAsync(path, zh, en, stream, cancellation);
    }

    /// <summary>Names something that exists and is not in this copy.</summary>
    public void Withhold(string zh, string en, string? sha256) => _withheld.Add(new(zh, en, sha256));

    /// <summary>Contents, index and signature: without them the file is none.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await AddAsync(CaseFileIndex.GuideName, "如何核验", "How to check this file", Encoding.UTF8.GetBytes(CaseFilePage.Guide), cancellation);
        await AddAsync(CaseFileIndex.PageName, "卷宗目录", "Contents", Encoding.UTF8.GetBytes(CaseFilePage.Of(_heading, _parts, _withheld)), cancellation);
        var index = CaseFileIndex.Write(_heading, _parts, _withheld);
        await PlainAsync(CaseFileIndex.IndexName, index, cancellation);
        var note = _signer.Sign(CaseFileIndex.CheckpointOf(_heading.CaseId, _parts.Count, index).ToText()).ToString();
        await PlainAsync(CaseFileIndex.NoteName, Encoding.UTF8.GetBytes(note), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _output.FlushAsync();
        await _output.DisposeAsync();
    }

    private async Task PlainAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        await using var entry = await Entry(name).OpenAsync(cancellation);
        await entry.WriteAsync(bytes, cancellation);
    }

    /// <summary>Not compressed: then each byte of it is content, and one that was changed is found.</summary>
    private ZipArchiveEntry Entry(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = CaseFileIndex.EntryTime;
        return entry;
    }

    private string Free(string path)
    {
        var clean = new string([.. path.Select(letter => char.IsControl(letter) || letter is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : letter)]).Replace("..", "__", StringComparison.Ordinal);
        var name = clean;
        for (var n = 2; _parts.Exists(part => string.Equals(part.Path, name, StringComparison.OrdinalIgnoreCase)); n++)
            name = $"{Path.ChangeExtension(clean, null)} ({n}){Path.GetExtension(clean)}";
        return name;
    }
}
