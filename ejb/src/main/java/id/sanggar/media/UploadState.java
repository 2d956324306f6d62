package id.sanggar.media;

/** How far an upload is. */
public enum UploadState {
    /** Pieces are missing; they may come at any time in the next days. */
    RECEIVING,
    /** All is there and is being looked through. */
    PROCESSING,
    /** It is in the library. */
    READY,
    REFUSED
}
