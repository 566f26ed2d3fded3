using System.Diagnostics;

namespace Repository.Testing;

/// <summary>A program of the system that tests use to make things or to judge them.</summary>
public sealed class Tool(string name)
{
    public static readonly Tool Vips = new("vips");
    public static readonly Tool VipsHeader = new("vipsheader");
    public static readonly Tool Nice = new("nice");
    public static readonly Tool Exiftool = new("exiftool");
    public static readonly Tool PdfToText = new("pdftotext");
    public static readonly Tool Strace = new("strace");
    public static readonly Tool PdfInfo = new("pdfinfo");
    public static readonly Tool Unzip = new("unzip");
    public static readonly Tool Python = new("python3");

    public string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public bool IsInstalled => Path is not null;

    public string WhyAbsent => $"The program {name} is not installed.";

    /// <summary>What it printed.</summary>
    public string Run(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(name, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{name} {string.Join(' ', words)} ended with {process.ExitCode}: {complaints.Result}");
    }
}
