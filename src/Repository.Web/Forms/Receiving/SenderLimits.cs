namespace Repository.Web.Forms.Receiving;

/// <summary>How often an address may send steps of forms and whole entries, and how much in files.</summary>
internal sealed class SenderLimits(FormOptions options, TimeProvider clock)
{
    private readonly SenderPace _requests = new(options.RequestsPerMinute, TimeSpan.FromMinutes(1), clock);
    private readonly SenderPace _entries = new(options.EntriesPerHour, TimeSpan.FromHours(1), clock);

    private readonly SenderPace _bytes = new(options.UploadBytesPerHour, TimeSpan.FromHours(1), clock);

    /// <summary>Null for whoever may go on; otherwise how long to wait.</summary>
    public TimeSpan? BookRequest(string address) => _requests.Book(address);

    public TimeSpan? BookEntry(string address) => _entries.Book(address);

    public TimeSpan? WaitToUpload(string address) => _bytes.WaitOf(address);

    public void BookUploads(string address, long bytes) => _bytes.Add(address, bytes);

    /// <summary>Is it counted at all how much an address uploads?</summary>
    public bool CountsUploads => options.UploadBytesPerHour > 0;
}
