namespace NonLitigation.Odr.Application.Shared;

/// <summary>What the disks still take. Uploads stop first, so that there is room for what people say; text stops last, before the database would fall over.</summary>
public sealed class DiskState
{
    public bool UploadsStopped { get; set; }

    public bool TextStopped { get; set; }
}
