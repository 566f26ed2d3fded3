namespace Repository.Testing;

/// <summary>Small files as real programs write them: pictures with position, author and licence in their metadata, sound, video, a PDF.</summary>
public static class RealFiles
{
    public static string Path(string name) => ProjectFolder.Find($"tests/Repository.Testing/Media/{name}");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));
}
