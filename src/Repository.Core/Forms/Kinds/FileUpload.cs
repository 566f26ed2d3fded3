using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>
/// Files. Only name, type and length come this far: what the bytes really are is looked at where they are taken in. The names are stored as the
/// answer; the files themselves stand beside the answers.
/// </summary>
public sealed class FileUpload : IFieldKind
{
    private const long Megabyte = 1024 * 1024;

    public Guid Id { get; } = OwnKindKey.Of("file-upload");

    public string Name => "File upload";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places)
    {
        var name = FieldMessage.Name(field);
        if (SentText.Said(input).Any()) return FieldReading.Refused([], $"En {name} se adjuntan archivos, no texto.", $"{name} takes files, not text.");
        if (input.Files.IsEmpty) return FieldReading.Empty;
        var options = Options(field);
        ImmutableArray<string> names = [.. input.Files.Select(file => FileTitle(file.Name))];
        var most = options.AllowMultiple ? Math.Min(options.MaxFiles, FormLimits.Files) : 1;
        if (input.Files.Length > most)
        {
            return FieldReading.Refused(
                names[..Math.Min(names.Length, FormLimits.Files)],
                most == 1 ? $"En {name} se adjunta un solo archivo." : $"En {name} se adjuntan hasta {most} archivos y enviaste {input.Files.Length}.",
                $"{name} takes up to {most} files; you sent {input.Files.Length}.");
        }

        foreach (var (file, title) in input.Files.Zip(names))
        {
            if (!Takes(options, title))
            {
                var kinds = string.Join(", ", options.Extensions);
                return FieldReading.Refused(
                    names,
                    $"En {name} no se admite «{title}». Adjunta un archivo de tipo {kinds}.",
                    $"{name} does not take «{title}». Please attach one of {kinds}.");
            }

            if (file.Length == 0) return FieldReading.Refused(names, $"En {name} el archivo «{title}» está vacío.", $"The file «{title}» in {name} is empty.");
            if (file.Length > Math.Min(options.MaxBytes, FormLimits.FileBytes))
            {
                var limit = Math.Min(options.MaxBytes, FormLimits.FileBytes) / Megabyte;
                return FieldReading.Refused(
                    names,
                    $"En {name} el archivo «{title}» pesa más de {limit} MB.",
                    $"The file «{title}» in {name} is larger than {limit} MB.");
            }
        }

        return new(names);
    }

    public IEnumerable<string> Problems(FormField field)
    {
        if (field.Uploads is not { } options) yield break;
        if (options.Extensions.Any(extension => extension.Length is 0 or > 10 || !extension.All(char.IsAsciiLetterOrDigit) || extension.Any(char.IsAsciiLetterUpper)))
        {
            yield return "Las extensiones van en minúsculas y sin punto.";
        }

        if (!options.AllowAll && options.Extensions.IsEmpty) yield return "Faltan las extensiones que se admiten.";
        if (options.MaxFiles is < 1 or > FormLimits.Files) yield return $"Se admiten de 1 a {FormLimits.Files} archivos.";
        if (options.MaxBytes is < Megabyte or > FormLimits.FileBytes) yield return $"El tamaño de un archivo va de 1 a {FormLimits.FileBytes / Megabyte} MB.";
    }

    public IEnumerable<ExportColumn> Columns(FormField field) => [ExportColumn.Text(field, "file names")];

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => [string.Join("; ", stored)];

    public static FileUploadOptions Options(FormField field) => field.Uploads ?? new FileUploadOptions(false, ["pdf", "jpg", "jpeg", "png"], false);

    /// <summary>The last part of whatever path a browser sends, without what could lead somewhere else.</summary>
    public static string FileTitle(string sent)
    {
        var name = SentText.Clean(sent);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        // What is not seen, or turns what follows around, lets a name look like another.
        name = string.Concat(name.Where(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format && letter is not (':' or '*' or '?' or '"' or '<' or '>' or '|'))).TrimStart('.').Trim();
        if (name.Length > FormLimits.FileName) name = SentText.Clean(name[..(FormLimits.FileName - 12)]) + SentText.Clean(name[^12..]);
        return name.Length == 0 ? "archivo" : name;
    }

    /// <summary>Is it a kind of file that is asked for, by its name?</summary>
    public static bool Takes(FileUploadOptions options, string title) => options.AllowAll || options.Extensions.Contains(Extension(title));

    private static string Extension(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name[(dot + 1)..].ToLowerInvariant() : "";
}
