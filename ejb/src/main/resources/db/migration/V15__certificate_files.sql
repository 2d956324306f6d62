-- Anyone may ask whether a file is one that was issued: found by its hash.
create index certificate_pdf on certificate using hash (pdf_sha256);
