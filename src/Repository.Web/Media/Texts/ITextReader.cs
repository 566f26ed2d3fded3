namespace Repository.Web.Media.Texts;

/// <summary>Reads the words of one family of files. Executes nothing of them; its memory and time are bounded whatever they hold.</summary>
internal interface ITextReader
{
    /// <summary>False while the program it needs is not installed.</summary>
    bool CanRead { get; }

    /// <summary>Appends the file's text. A file that is not what it should be makes this throw <see cref="InvalidDataException"/> or <see cref="System.Xml.XmlException"/>.</summary>
    Task ReadAsync(string path, GatheredText text, CancellationToken cancellation);
}
