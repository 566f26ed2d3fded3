namespace Repository.Testing;

/// <summary>An empty folder that is gone, with everything in it, when it is disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("repository-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A copy of another folder, with everything below it.</summary>
    public string CopyOf(string folder, string name)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(File(name), System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        return File(name);
    }

    /// <summary>A copy of a file under another name.</summary>
    public string CopyTo(string file, string name)
    {
        System.IO.File.Copy(file, File(name));
        return File(name);
    }

    /// <summary>A program made of lines for the shell.</summary>
    public void Script(string name, string lines)
    {
        System.IO.File.WriteAllText(File(name), $"#!/bin/sh\n{lines}\n");
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(File(name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
