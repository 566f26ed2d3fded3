-- What a form that is being written was before it was last saved, so that the last step can be taken back.

ALTER TABLE form_draft ADD COLUMN former TEXT;
