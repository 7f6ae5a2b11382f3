using Microsoft.Extensions.Configuration;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>When and where checkpoints are published (<c>Odr:Checkpoints</c>).</summary>
/// <param name="Every">A room that grew gets a checkpoint after so long; one that closes, at the next sweep.</param>
/// <param name="Sweep">How often it is looked for such rooms.</param>
/// <param name="Directory">Where this node appends what was published; null: nowhere outside the database, and then a rollback cannot be found.</param>
/// <param name="Witness">A second place of published checkpoints, to compare with at the start: a directory, or an http(s) address that gives one note.</param>
public sealed record CheckpointsOptions(TimeSpan Every, TimeSpan Sweep, string? Directory, string? Witness)
{
    /// <summary>An RFC 3161 authority (<c>Odr:Timestamp:Authority</c>); null: none.</summary>
    public Uri? TimestampAuthority { get; init; }

    public static CheckpointsOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Odr:Checkpoints");
        return new(section.GetValue("Every", TimeSpan.FromMinutes(10)), section.GetValue("Sweep", TimeSpan.FromSeconds(15)), Text(section["Directory"]), Text(section["Witness"]))
        {
            TimestampAuthority = Text(configuration["Odr:Timestamp:Authority"]) is { } authority ? new(authority) : null,
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
