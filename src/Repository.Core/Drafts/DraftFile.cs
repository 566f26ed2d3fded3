namespace Repository.Core.Drafts;

/// <summary>The file of a media item, as a list shows it.</summary>
/// <param name="Version">Changes with the file.</param>
public sealed record DraftFile(string Address, string Extension, long? Bytes, int? Width, string Version);
