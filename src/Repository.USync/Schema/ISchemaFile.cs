namespace Repository.USync.Schema;

/// <summary>A schema file that keeps all it read, so that it can be written back byte for byte.</summary>
internal interface ISchemaFile
{
    Guid Key { get; }

    /// <summary>What an item of this kind is matched by when two layers have it.</summary>
    string Identity { get; }

    /// <summary>The name uSync gives the file, without extension.</summary>
    string FileName { get; }

    byte[] Write();
}
