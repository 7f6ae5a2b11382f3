using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Evidence;

/// <summary>Keeps exhibits' bytes in a directory, each under the SHA-256 of its content, so that no name can point anywhere.</summary>
/// <param name="Root">Shared by all nodes.</param>
public sealed record ExhibitDirectory(string Root);

public sealed class ExhibitStore(ExhibitDirectory directory)
{
    /// <returns>Lower-case hex SHA-256. The same bytes are kept once; a crash leaves at most an unused file.</returns>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(hash);
        if (File.Exists(path)) return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, FileOptions.Asynchronous))
        {
            await file.WriteAsync(bytes, cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(half, path, overwrite: true);
        return hash;
    }

    public Stream Open(string sha256) =>
        new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Keeps uploading and erasing of the same bytes apart until the transaction of <paramref name="db"/> ends.</summary>
    public static Task LockAsync(OdrDb db, string sha256, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({sha256}, 12))", cancellation);

    /// <summary>Nothing happens when it is gone already.</summary>
    public void Erase(string sha256) => File.Delete(PathOf(sha256));

    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(directory.Root, "exhibits", sha256[..2], sha256)
        : throw new ArgumentException("Not a SHA-256.", nameof(sha256));
}
